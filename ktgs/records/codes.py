"""The codes of keys and values (S101 to S210): what a record refuses."""

from __future__ import annotations

from ktgs.language.diagnostics import Code
from ktgs.source.codes import about
from ktgs.source.syntax_codes import UNLIKE_DASH

MISSING = Code(
    "S101",
    "Thiếu dòng bắt buộc",
    about=about(
        "Có những dòng mà thiếu thì không hiểu được bản ghi, ví dụ lịch sinh hoạt phải có `ngày nhận`. Ngày chưa biết"
        " thì ghi `chưa rõ` ở những dòng cho phép.",
        "đơn vị: doan-so-a\ntháng: 04/2020",
        "đơn vị: doan-so-a\ntháng: 04/2020\nngày nhận: 18/03/2020",
        cure="Thêm dòng còn thiếu.",
    ),
)
EMPTY = Code(
    "S102",
    "Dòng bắt buộc để trống",
    about=about(
        "Dòng bắt buộc đã có trong tệp nhưng sau dấu hai chấm không có gì.",
        "ngày nhận:",
        "ngày nhận: 18/03/2020",
        cure="Điền giá trị sau dấu hai chấm.",
    ),
)
UNKNOWN_KEY = Code(
    "S103",
    "Tên dòng không có trong mẫu",
    about=about(
        "Tên dòng viết sai hoặc đặt sai chỗ. Chữ hoa, chữ thường và cách đặt dấu thanh (hòa, hoà) không ảnh hưởng;"
        " thiếu dấu, i thay cho y (kì, kỳ), thừa dấu gạch dưới hoặc viết bằng tiếng Anh thì không đọc được.",
        "ngày nhân: 18/03/2020",
        "ngày nhận: 18/03/2020",
        cure="Sửa tên dòng theo tên nêu trong thông báo, hoặc chuyển dòng về đúng chỗ.",
    ),
)
WRONG_SHAPE = Code(
    "S104",
    "Sai dạng",
    about=about(
        "Một dòng nhận hoặc một giá trị, hoặc một danh sách, hoặc một nhóm dòng con; ở đây là dạng khác.",
        "người dự: nguyen-van-a",
        "người dự:\n  - nguyen-van-a",
        cure="Viết lại theo ví dụ của loại tệp này trong sổ tay.",
    ),
)
BAD_DAY = Code(
    "S201",
    "Không phải là một ngày",
    about=about(
        "Ngày viết theo thứ tự ngày, tháng, năm đủ bốn chữ số: `20/03/2020`, `20.3.2020`, `ngày 20 tháng 3 năm 2020`;"
        " hoặc năm trước: `2020-03-20`. Có thể ghi kèm thứ, `Thứ Sáu, 20/03/2020`, khi thứ đúng với ngày. Ngày không có"
        " thật, thiếu năm, năm hai chữ số, tháng đứng trước ngày, sai thứ đều bị trả lại, vì phần mềm không đoán.",
        "ngày nhận: 03/20/2020",
        "ngày nhận: 20/03/2020",
    ),
)
BAD_CLOCK = Code(
    "S202",
    "Không phải là một giờ",
    about=about(
        "Giờ viết `8:30`, `08:30`, `8h30`, `8g30`, `8 giờ 5 phút` hoặc `14 giờ`, từ 0 giờ đến 23 giờ 59. `8h5` không rõ"
        " là 8 giờ 05 hay 8 giờ 50 nên bị trả lại.",
        "giờ: 2 giờ chiều",
        "giờ: 14:00",
    ),
)
BAD_WORD = Code(
    "S203",
    "Từ không được dùng ở đây",
    about=about(
        "Dòng này chỉ nhận một trong các từ nêu trong thông báo. Chữ hoa, chữ thường và cách đặt dấu thanh không ảnh"
        " hưởng; thiếu dấu thì không đọc được.",
        "hình thức: trực tiêp",
        "hình thức: trực tiếp",
    ),
)
BAD_MONTH = Code(
    "S205",
    "Không phải là một tháng",
    about=about("Tháng viết kèm năm: `03/2020`, `tháng 3/2020` hoặc `2020-03`.", "tháng: 3", "tháng: 03/2020"),
)
BAD_COUNT = Code(
    "S206",
    "Không phải là một số đếm",
    about=about(
        "Số đếm viết liền bằng chữ số, không có dấu chấm, dấu phẩy hay chữ đi kèm.",
        "số có mặt: 20 đồng chí",
        "số có mặt: 20",
    ),
)
BAD_YES = Code(
    "S207",
    "Không phải là có hay không",
    about=about("Dòng này chỉ nhận `có` hoặc `không`.", "chưa đủ: yes", "chưa đủ: có"),
)
BAD_NUMBER = Code(
    "S208",
    "Không phải là số, ký hiệu văn bản",
    about=about(
        "Số và ký hiệu gồm số, tên loại viết tắt và ký hiệu cơ quan. Dấu cách và thứ tự dấu gạch không ảnh hưởng:"
        " `46 - KH/ĐTN`, `50/KH-ĐTN`, `03 HD/TWĐTN – BTC` đều đọc được. Văn bản chưa có số thì bỏ trống.",
        "số ký hiệu: Kế hoạch 46",
        "số ký hiệu: 46-KH/ĐTN",
    ),
)
BAD_ID = Code(
    "S209",
    "Không phải là một mã",
    about=about(
        "Mã của một tệp là tên tệp không có phần đuôi; mã của một mục là giá trị ở dòng `mã`. Mã gồm chữ thường không"
        " dấu, chữ số và dấu gạch nối.",
        "đơn vị: Đoàn Sở A",
        "đơn vị: doan-so-a",
    ),
)
BAD_ACCOUNT = Code(
    "S210",
    "Không phải là một tài khoản",
    about=about(
        "Tài khoản là tên người dùng trên máy chủ git (GitHub, GitLab …), hoặc tên tổ chức và nhóm nối bằng dấu gạch"
        " chéo. Không phải họ tên, không phải địa chỉ thư.",
        "tài khoản: Nguyễn Văn A",
        "tài khoản: nguyen-van-a",
    ),
)
WRONG_FOLDER = Code(
    "F101",
    "Tệp nằm sai thư mục",
    about="""Mỗi loại tệp có một thư mục riêng, vì thư mục nói tệp là gì. Tệp nằm ở chỗ khác không được đọc.

Sai: `data/doan-so-a.yml`

Đúng: `data/units/doan-so-a.yml`

Chuyển tệp vào đúng thư mục nêu trong thông báo.""",
)
WRONG_REPORT_FOLDER = Code(
    "F102",
    "Loại báo cáo không khớp thư mục",
    about="""Dòng `loại` của báo cáo và thư mục chứa nó phải nói cùng một loại.

Sai: `loại: kết quả` trong một tệp ở `data/reports/2020/du-sinh-hoat/`

Chuyển tệp sang đúng thư mục, hoặc sửa dòng `loại`.

Đúng: `loại: kết quả` trong một tệp ở `data/reports/2020/ket-qua/`""",
)
_VALUES = (BAD_DAY, BAD_CLOCK, BAD_WORD, BAD_MONTH, BAD_COUNT, BAD_YES, BAD_NUMBER, BAD_ID, BAD_ACCOUNT, UNLIKE_DASH)
VALUES = {code.id: code for code in _VALUES}

"""The codes of YAML's syntax errors (Y020 to Y035)."""

from __future__ import annotations

from ktgs.language.diagnostics import Code
from ktgs.source.codes import about

COLON_IN_VALUE = Code(
    "Y020",
    "Dấu hai chấm trong giá trị",
    about=about(
        "Dấu hai chấm có dấu cách theo sau tách tên dòng với giá trị, nên giá trị có dấu như vậy phải đặt trong ngoặc"
        " kép. Dấu hai chấm không có dấu cách theo sau, như trong 8:30, thì không sao.",
        "nội dung: Họp chi đoàn: bầu bí thư",
        'nội dung: "Họp chi đoàn: bầu bí thư"',
        cure="Đặt cả giá trị trong ngoặc kép.",
    ),
)
UNCLOSED_QUOTE = Code(
    "Y021",
    "Dấu ngoặc kép, ngoặc đơn chưa đóng",
    about=about(
        "Giá trị mở bằng `\"` hoặc `'` phải đóng bằng chính dấu ấy.",
        'tên: "Đoàn cơ sở Sở A\ncụm: 1',
        'tên: "Đoàn cơ sở Sở A"\ncụm: 1',
        cure="Thêm dấu đóng vào cuối giá trị, hoặc bỏ dấu mở.",
    ),
)
TEXT_AFTER_VALUE = Code(
    "Y022",
    "Chữ thừa sau dấu đóng",
    about=about(
        "Giá trị bắt đầu bằng dấu ngoặc thì kết thúc ở dấu đóng; không được viết thêm gì sau đó trên cùng dòng.",
        'địa điểm: "Hội trường A" tầng 2\nnội dung: [Gấp] họp chi đoàn',
        'địa điểm: \'"Hội trường A" tầng 2\'\nnội dung: "[Gấp] họp chi đoàn"',
        cure="Đặt cả giá trị trong ngoặc; giá trị có dấu `\"` thì đặt trong ngoặc đơn `'…'`.",
    ),
)
TAB = Code(
    "Y023",
    "Dấu tab ở đầu dòng",
    about=about(
        "YAML thụt dòng bằng dấu cách, không bằng dấu tab.",
        "buổi:\n→   - mã: b1",
        "buổi:\n  - mã: b1",
        cure="Xóa dấu tab, thụt dòng bằng dấu cách (hai dấu cách mỗi mức).",
    ),
)
SPECIAL_START = Code(
    "Y024",
    "Ký tự đặc biệt ở đầu giá trị",
    about=about(
        "Giá trị không đặt trong ngoặc thì không được bắt đầu bằng `@`, dấu huyền ngược, `%`, `,`, `]`, `}` hoặc"
        " `?` có dấu cách"
        " theo sau.",
        "nội dung: @ban chấp hành họp",
        'nội dung: "@ban chấp hành họp"',
        cure="Đặt cả giá trị trong ngoặc kép.",
    ),
)
DASH_ON_KEY_LINE = Code(
    "Y025",
    "Gạch đầu dòng ngay sau tên dòng",
    about=about(
        "Danh sách bắt đầu ở dòng dưới tên dòng, mỗi mục một dòng.",
        "căn cứ: - Điều lệ Đoàn",
        "căn cứ:\n  - Điều lệ Đoàn",
        cure="Xuống dòng trước dấu gạch; nếu dấu gạch là chữ cần viết thì đặt cả giá trị trong ngoặc kép.",
    ),
)
MISSING_COLON = Code(
    "Y026",
    "Thiếu dấu hai chấm sau tên dòng",
    about=about(
        "Mỗi dòng là `tên dòng: giá trị`; sau dấu hai chấm phải có một dấu cách thường.",
        "tên Đoàn cơ sở Sở A\ncụm:1",
        "tên: Đoàn cơ sở Sở A\ncụm: 1",
        cure="Thêm dấu hai chấm và một dấu cách sau tên dòng. Nếu dòng là phần tiếp của dòng trên thì thụt vào sâu hơn"
        " dòng đó.",
    ),
)
INDENTATION = Code(
    "Y027",
    "Thụt dòng sai",
    about=about(
        "Các dòng của cùng một nhóm, các dấu gạch của cùng một danh sách phải thẳng cột với nhau; phần bên trong"
        " thụt vào sâu hơn.",
        "buổi:\n  - mã: b1\n   giờ: 8:30",
        "buổi:\n  - mã: b1\n    giờ: 8:30",
        cure="Chỉnh số dấu cách ở đầu dòng cho thẳng với dòng cùng mức. Văn bản nhiều dòng thì viết `|` sau tên dòng và"
        " thụt đều.",
    ),
)
BRACKET = Code(
    "Y028",
    "Dấu ngoặc vuông, ngoặc nhọn không khớp",
    about=about(
        "Danh sách viết trên một dòng nằm giữa `[` và `]`, nhóm nằm giữa `{` và `}`, các mục cách nhau bằng một dấu"
        " phẩy.",
        "chủ đề: [cd-1, cd-2",
        "chủ đề: [cd-1, cd-2]",
        cure="Thêm dấu đóng hoặc dấu phẩy còn thiếu, bỏ dấu thừa; nếu dấu ngoặc là chữ cần viết thì đặt cả giá trị"
        " trong"
        " ngoặc kép.",
    ),
)
ESCAPE = Code(
    "Y029",
    "Dấu “\\” sai trong ngoặc kép",
    about=about(
        "Trong ngoặc kép, dấu `\\` bắt đầu một ký hiệu riêng, nên không viết tùy ý được.",
        'địa điểm: "Phòng A\\B"',
        "địa điểm: 'Phòng A\\B'",
        cure="Dùng ngoặc đơn `'…'`, hoặc viết `\\\\` thay cho `\\`.",
    ),
)
BLOCK_MARK = Code(
    "Y030",
    "Chữ sau “|” hoặc “>”",
    about=about(
        "Sau tên dòng, `|` và `>` báo rằng văn bản nhiều dòng bắt đầu ở dòng dưới; cùng dòng không được có chữ.",
        "nội dung: > 30 người dự",
        'nội dung: "> 30 người dự"',
        cure="Xuống dòng và thụt vào sau `|` hoặc `>`; nếu đó là chữ cần viết thì đặt cả giá trị trong ngoặc kép.",
    ),
)
OTHER_SYNTAX = Code(
    "Y031",
    "Sai cú pháp YAML",
    about="""Dòng này, hoặc dòng ngay trên nó, không đúng cú pháp YAML theo một cách chưa có lời giải thích riêng.

Xem dấu hai chấm, dấu ngoặc và thụt dòng của hai dòng ấy; đặt giá trị lạ trong ngoặc kép.""",
)
CONFLICT = Code(
    "Y032",
    "Hai bản sửa chưa được gộp",
    about=about(
        "Hai người sửa cùng một chỗ; git chép cả hai bản vào tệp, giữa các dòng `<<<<<<<`, `=======`, `>>>>>>>`, để"
        " người sửa chọn. Phần trên dòng `=======` là bản đang có, phần dưới là bản được gộp vào.",
        "ngày nhận: 18/03/2020\n<<<<<<< HEAD\nchưa đủ: có\n=======\nbổ sung: 20/03/2020\n>>>>>>> lich-thang-4",
        "ngày nhận: 18/03/2020\nchưa đủ: có\nbổ sung: 20/03/2020",
        cure="Giữ bản đúng, hoặc cả hai khi không trái nhau, rồi xóa các dòng đánh dấu.",
    ),
)
UNLIKE_DASH = Code(
    "Y033",
    "Dấu đầu mục không phải là dấu gạch",
    about=about(
        "Mục của danh sách bắt đầu bằng dấu gạch thường `-` và một dấu cách. Word và Zalo hay tự đổi dấu ấy thành `–`"
        " hoặc `•`, nhìn gần giống nhưng là ký tự khác.",
        "buổi:\n  – mã: b1\n    giờ: 8:30",
        "buổi:\n  - mã: b1\n    giờ: 8:30",
        cure="Gõ lại dấu gạch và một dấu cách bằng bàn phím.",
    ),
)
UNLIKE_COLON = Code(
    "Y034",
    "Dấu trông như dấu hai chấm",
    about=about(
        "Sau tên dòng là dấu hai chấm thường `:`. Bộ gõ của tiếng khác có dấu `：` nhìn gần giống nhưng là ký tự khác.",
        "đơn vị: doan-so-a\ntháng：06/2020",
        "đơn vị: doan-so-a\ntháng: 06/2020",
        cure="Gõ lại dấu hai chấm và một dấu cách bằng bàn phím.",
    ),
)
MISSING_DASH = Code(
    "Y035",
    "Mục của danh sách thiếu dấu gạch",
    about=about(
        "Từ một dòng, các tên dòng của mục ở trên lặp lại liền nhau: một mục mới đã bắt đầu mà thiếu dấu gạch.",
        "buổi:\n  - mã: b1\n    giờ: 8:30\n    mã: b2\n    giờ: 9:30",
        "buổi:\n  - mã: b1\n    giờ: 8:30\n  - mã: b2\n    giờ: 9:30",
        cure="Thêm dấu gạch trước dòng đầu tiên của mục mới. Nếu đúng là một mục thì giữ lại các dòng đúng, xóa các"
        " dòng kia.",
    ),
)

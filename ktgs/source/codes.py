"""The codes of text and structure (Y001 to Y019) and of front matter (Y040 to Y041)."""

from __future__ import annotations

from ktgs.language.diagnostics import Code


def about(what: str, wrong: str, right: str = "", *, cure: str = "") -> str:
    """Return a code's explanation in Markdown: what it is, a wrong example, the cure in words, the right example."""
    blocks = [what, f"Sai:\n\n```yaml\n{wrong}\n```", cure, right and f"Đúng:\n\n```yaml\n{right}\n```"]
    return "\n\n".join(block for block in blocks if block)


NOT_UTF8 = Code(
    "Y001",
    "Tệp không phải UTF-8",
    about=about(
        "Tệp chứa byte không đọc được theo bảng mã UTF-8, thường do lưu bằng bảng mã cũ (TCVN3, VNI, Windows-1258)"
        " hoặc UTF-16.",
        "tên: §oµn c¬ së",
        "tên: Đoàn cơ sở",
        cure="Mở tệp trong trình soạn thảo, chọn lưu lại với bảng mã UTF-8, rồi xem các chữ có dấu còn đúng không.",
    ),
)
CONTROL_CHARACTER = Code(
    "Y002",
    "Ký tự điều khiển",
    about=about(
        "Ký tự điều khiển (như NUL, U+0000) không hiện ra khi xem nhưng làm hỏng văn bản. Nó thường đến từ tệp bị"
        " hỏng hoặc từ"
        " phần mềm khác.",
        "tên: Sở A␀",
        "tên: Sở A",
        cure="Xóa ký tự đó, hoặc gõ lại cả dòng. Trong ngoặc kép, `\\0` và `\\x07` cũng là ký tự điều khiển.",
    ),
)
HIDDEN_CHARACTER = Code(
    "Y003",
    "Ký tự ẩn không có độ rộng",
    about=about(
        "Ký tự không có độ rộng (như U+200B, U+FEFF ở giữa tệp, U+00AD) làm hai chữ nhìn giống nhau mà khác nhau,"
        " nên tìm và so"
        " khớp đều sai. Nó thường theo vào khi chép từ trang web hoặc từ Zalo.",
        "đơn vị: doan-so-a‹U+200B›",
        "đơn vị: doan-so-a",
        cure="Xóa ký tự đó, hoặc gõ lại cả dòng bằng tay thay vì dán.",
    ),
)
DIRECTION_MARK = Code(
    "Y004",
    "Ký tự đổi chiều chữ",
    about=about(
        "Ký tự đổi chiều chữ (như U+202E) làm chữ hiện ra theo thứ tự khác với thứ tự được lưu, nên người duyệt"
        " không thấy đúng"
        " điều máy đọc.",
        "tên: ‹U+202E›A ởS",
        "tên: Sở A",
        cure="Xóa ký tự đó, hoặc gõ lại cả dòng bằng tay thay vì dán.",
    ),
)
BLANK_IN_INDENTATION = Code(
    "Y005",
    "Dấu cách lạ ở đầu dòng",
    about=about(
        "Dấu cách không ngắt (U+00A0) và các dấu cách lạ khác nhìn như dấu cách thường, nhưng không phải là thụt"
        " dòng. Chúng"
        " thường theo vào khi chép từ Word hoặc từ trang web.",
        "buổi:\n‹U+00A0›‹U+00A0›- mã: b1",
        "buổi:\n  - mã: b1",
        cure="Xóa khoảng trắng ở đầu dòng rồi gõ lại bằng phím cách.",
    ),
)
LINE_END = Code(
    "Y006",
    "Dấu xuống dòng lạ",
    about=about(
        "Chỉ LF và CRLF là dấu xuống dòng. Ký tự U+0085, U+2028, U+2029 hoặc CR đứng một mình bị phần mềm này coi"
        " là xuống dòng,"
        " phần mềm khác thì không, nên số dòng và nội dung không còn chắc chắn.",
        "tên: Sở A‹U+2028›cụm: 1",
        "tên: Sở A\ncụm: 1",
        cure="Xóa ký tự đó rồi nhấn Enter.",
    ),
)
TOO_LARGE = Code(
    "Y007",
    "Tệp quá lớn",
    about=about(
        "Mỗi tệp là một bản ghi và không được quá 1 MB (1.000.000 byte).",
        "nội dung: (cả một tập tài liệu dán vào đây)",
        "nội dung: Sơ kết quý I, kết nạp 03 đoàn viên mới",
        cure="Tách thành nhiều bản ghi, hoặc bỏ phần dán nhầm.",
    ),
)
EMPTY_FILE = Code(
    "Y008",
    "Tệp trống",
    about=about(
        "Tệp, hoặc phần khai báo ở đầu tệp Markdown, không có dòng nào dạng `tên dòng: giá trị`; dòng ghi chú"
        " bắt đầu bằng `#` không tính.",
        "# sẽ điền sau",
        "tên: Đoàn cơ sở Sở A",
        cure="Điền nội dung, hoặc xóa tệp nếu chưa cần.",
    ),
)
ROOT_NOT_MAPPING = Code(
    "Y009",
    "Tệp không bắt đầu bằng tên dòng",
    about=about(
        "Ở mức ngoài cùng, một bản ghi gồm các dòng `tên dòng: giá trị`, không phải là một danh sách hay một đoạn văn.",
        "- mã: b1\n- mã: b2",
        "buổi:\n  - mã: b1\n  - mã: b2",
        cure="Đặt danh sách dưới tên dòng của nó.",
    ),
)
MANY_DOCUMENTS = Code(
    "Y010",
    "Hơn một tài liệu trong tệp",
    about=about(
        "Dòng `---` hoặc `...` ở giữa tệp bắt đầu một tài liệu khác, mà mỗi tệp chỉ là một bản ghi.",
        "tên: Đoàn cơ sở Sở A\n---\ntên: Đoàn cơ sở Sở B",
        "tên: Đoàn cơ sở Sở A   # Sở B có tệp riêng",
        cure="Xóa dòng đó, hoặc chuyển phần sau sang tệp riêng.",
    ),
)
DIRECTIVE = Code(
    "Y011",
    "Dòng bắt đầu bằng “%”",
    about=about(
        "Dòng bắt đầu bằng `%` là chỉ thị YAML, có thể đổi cách đọc cả tệp, nên không được dùng.",
        "%YAML 1.1\n---\ntên: Đoàn cơ sở Sở A",
        "tên: Đoàn cơ sở Sở A",
        cure="Xóa dòng đó.",
    ),
)
ANCHOR = Code(
    "Y012",
    "Giá trị bắt đầu bằng “&”",
    about=about(
        "Trong YAML, `&` ở đầu giá trị đặt tên cho giá trị để nơi khác lấy lại. Ở đây mỗi dòng tự nói hết điều của"
        " nó, nên cách"
        " viết này không được dùng.",
        "địa điểm: &phong Phòng 3\nnội dung: & giao lưu",
        'địa điểm: Phòng 3\nnội dung: "& giao lưu"',
        cure="Bỏ phần bắt đầu bằng `&`; nếu đó là chữ cần viết thì đặt cả giá trị trong ngoặc kép.",
    ),
)
ALIAS = Code(
    "Y013",
    "Giá trị bắt đầu bằng “*”",
    about=about(
        "Trong YAML, `*` ở đầu giá trị lấy lại một giá trị ở nơi khác. Ở đây cách viết này không được dùng.",
        "địa điểm: *phong\nnội dung: *quan trọng* họp chi đoàn",
        'địa điểm: Phòng 3\nnội dung: "*quan trọng* họp chi đoàn"',
        cure="Viết giá trị ra đầy đủ; nếu dấu `*` là chữ cần viết thì đặt cả giá trị trong ngoặc kép.",
    ),
)
TAG = Code(
    "Y014",
    "Giá trị bắt đầu bằng “!”",
    about=about(
        "Trong YAML, `!` ở đầu giá trị đổi kiểu của giá trị. Ở đây kiểu của giá trị do tên dòng quyết định, nên cách"
        " viết này không"
        " được dùng.",
        "số đoàn viên: !!str 12\nnội dung: !chú ý đem theo sổ",
        'số đoàn viên: 12\nnội dung: "!chú ý đem theo sổ"',
        cure="Bỏ phần bắt đầu bằng `!`; nếu đó là chữ cần viết thì đặt cả giá trị trong ngoặc kép.",
    ),
)
MERGE_KEY = Code(
    "Y015",
    "Tên dòng “<<”",
    about=about(
        "Tên dòng `<<` chép các dòng từ nơi khác vào. Ở đây mỗi bản ghi tự nói hết điều của nó, nên cách viết này không"
        " được dùng.",
        "buổi:\n  - <<: {giờ: 8:30}\n    mã: b1",
        "buổi:\n  - mã: b1\n    giờ: 8:30",
        cure="Viết các dòng ra đầy đủ.",
    ),
)
KEY_NOT_TEXT = Code(
    "Y016",
    "Tên dòng không phải là chữ",
    about=about(
        "Phần trước dấu hai chấm phải là một tên dòng bằng chữ; nó không được để trống, không được là một danh sách hay"
        " một nhóm.",
        ": Sở A\n[tên]: Sở A\ntên: {{tên đơn vị}}",
        "tên: Sở A",
        cure="Viết tên dòng trước dấu hai chấm; nếu giá trị bắt đầu bằng `[` hoặc `{` thì đặt cả giá trị trong"
        " ngoặc kép.",
    ),
)
DUPLICATE_KEY = Code(
    "Y017",
    "Tên dòng lặp lại",
    about=about(
        "Một tên dòng chỉ được đứng một lần trong một bản ghi hoặc một nhóm; không có dòng nào được ưu tiên. Chữ hoa,"
        " chữ thường và"
        " cách đặt dấu thanh (hòa, hoà) không làm thành tên khác.",
        "ngày nhận: 17/03/2020\nNgày nhận: 18/03/2020",
        "ngày nhận: 17/03/2020",
        cure="Giữ lại dòng đúng, xóa dòng kia.",
    ),
)
TOO_DEEP = Code(
    "Y018",
    "Lồng quá sâu",
    about=about(
        "Danh sách và nhóm không được lồng quá 20 mức; không bản ghi nào cần đến năm mức.",
        "buổi: [[[[[[[[[[[[[[[[[[[[[ b1 ]]]]]]]]]]]]]]]]]]]]]",
        "buổi:\n  - mã: b1",
        cure="Bỏ bớt dấu ngoặc hoặc mức thụt dòng thừa.",
    ),
)
EMPTY_ITEM = Code(
    "Y019",
    "Mục trống trong danh sách",
    about=about(
        "Một dấu gạch đầu dòng không có gì theo sau là một mục trống, thường do quên điền.",
        "căn cứ:\n  - Điều lệ Đoàn\n  -",
        "căn cứ:\n  - Điều lệ Đoàn",
        cure="Điền nội dung của mục, hoặc xóa dấu gạch đầu dòng.",
    ),
)
NO_OPENING = Code(
    "Y040",
    "Thiếu dòng “---” mở đầu",
    about=about(
        "Tệp Markdown bắt đầu bằng phần khai báo, nằm giữa hai dòng `---`; dòng đầu tiên của tệp phải là `---`.",
        "loại: dự sinh hoạt\n---\nNội dung báo cáo.",
        "---\nloại: dự sinh hoạt\n---\nNội dung báo cáo.",
        cure="Thêm dòng `---` vào đầu tệp.",
    ),
)
NO_CLOSING = Code(
    "Y041",
    "Thiếu dòng “---” kết thúc phần khai báo",
    about=about(
        "Phần khai báo ở đầu tệp Markdown phải kết thúc bằng một dòng chỉ có `---`.",
        "---\nloại: dự sinh hoạt\n\nNội dung báo cáo.",
        "---\nloại: dự sinh hoạt\n---\n\nNội dung báo cáo.",
        cure="Thêm dòng `---` ngay sau dòng khai báo cuối cùng.",
    ),
)

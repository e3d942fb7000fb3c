"""The codes of text that was damaged on its way into the file, or is cut there (Y050 to Y052)."""

from __future__ import annotations

from ktgs.language.diagnostics import Code, Severity
from ktgs.source.codes import about

DAMAGED = Code(
    "Y050",
    "Chữ đã mất",
    about=about(
        "Ký tự U+FFFD đứng thay một chữ mà phần mềm khác không đọc được và đã bỏ mất; từ đây không lấy lại được nữa."
        " Nó có khi tệp từng được mở bằng sai bảng mã rồi lưu lại.",
        "tên: Đoàn c‹U+FFFD› sở Sở A",
        "tên: Đoàn cơ sở Sở A",
        cure="Gõ lại chữ đã mất, hoặc chép lại từ bản gốc.",
    ),
)
OLD_ENCODING = Code(
    "Y051",
    "Chữ sai bảng mã",
    severity=Severity.warning,
    about=about(
        "Dòng này trông như chữ gõ bằng bảng mã cũ (TCVN3, VNI) hoặc chữ UTF-8 đã bị đọc sai bảng mã, nên người xem"
        " không đọc được.",
        "nội dung: §oµn thanh niªn\nđịa điểm: Hoäi tröôøng",
        "nội dung: Đoàn thanh niên\nđịa điểm: Hội trường",
        cure="Chuyển sang Unicode bằng công cụ chuyển mã của bộ gõ (TCVN3 hoặc VNI sang Unicode), hoặc gõ lại.",
    ),
)
CUT_VALUE = Code(
    "Y052",
    "Giá trị bị cắt ở dấu “#”",
    severity=Severity.warning,
    about=about(
        "Trong YAML, dấu `#` sau một dấu cách bắt đầu lời ghi chú, và phần từ đó không thuộc giá trị. Dấu `#` viết liền"
        " với chữ sau nó thường là chữ cần giữ. Lời ghi chú thì viết dấu cách sau `#`.",
        "địa điểm: Phòng #2",
        'địa điểm: "Phòng #2"',
        cure="Đặt cả giá trị trong ngoặc kép; nếu là lời ghi chú thì thêm dấu cách sau `#`.",
    ),
)

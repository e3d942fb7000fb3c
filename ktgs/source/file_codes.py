"""The codes of files and folders: under `data/` F001 to F009, beside it F002, F003, F006, F008, F501, F502."""

from __future__ import annotations

from ktgs.language.diagnostics import Code, Severity

NO_DATA_FOLDER = Code(
    "F001",
    "Không có thư mục data",
    about="""Mọi bản ghi nằm trong thư mục `data/` của kho dữ liệu, mà ở đây không có thư mục ấy.

Sai: chạy `ktgs check` ở thư mục `data/units/`.

Chạy lệnh ở thư mục gốc của kho dữ liệu, hoặc chỉ ra thư mục ấy bằng `--root`.

Đúng: chạy `ktgs check` ở thư mục có `data/` và `mkdocs.yml`.""",
)
LINK = Code(
    "F002",
    "Liên kết",
    about="""Liên kết (symbolic link) có thể dẫn ra ngoài kho dữ liệu hoặc làm một bản ghi được đọc hai lần, nên không
được dùng trong `data/`. Trong `docs/` và `site_templates/` cũng vậy: tệp mà liên kết dẫn đến sẽ bị đưa lên trang.

Sai: `data/units/doan-so-a.yml → ../../../doan-so-a.yml`

Thay liên kết bằng chính tệp mà nó dẫn đến; tệp không được công khai thì chỉ xóa liên kết.

Đúng: `data/units/doan-so-a.yml` là một tệp.""",
)
UNREADABLE = Code(
    "F003",
    "Không đọc được",
    about="""Hệ điều hành không cho đọc tệp hoặc thư mục này, thường vì thiếu quyền.

Sai: `-rw------- root data/units/doan-so-a.yml`

Sửa quyền đọc, hoặc chép lại tệp từ kho git.

Đúng: `-rw-r--r-- data/units/doan-so-a.yml`""",
)
UNKNOWN_EXTENSION = Code(
    "F004",
    "Loại tệp lạ",
    about="""Trong `data/` chỉ có tệp `.yml` và `.md`. Tệp loại khác không được đọc, nên không được để ở đó.

Sai: `data/units/doan-so-a.yaml`, `data/units/doan-so-a.docx`

Đổi `.yaml` thành `.yml`; chuyển tệp loại khác ra ngoài `data/`.

Đúng: `data/units/doan-so-a.yml`""",
)
BACKUP = Code(
    "F005",
    "Bản sao do một chương trình để lại",
    about="""Tên tệp là tên mà trình soạn thảo, git, trình duyệt hay phần mềm đồng bộ đặt cho một bản sao. Bản sao không
được đọc; để lại thì không ai biết bản nào đúng.

Sai: `doan-so-a.yml~`, `doan-so-a (1).yml`, `doan-so-a - Copy.yml`, `doan-so-a.yml.orig`, `doan-so-a_BASE_12.yml`,
`doan-so-a.sync-conflict-20200501-083000-ABCDEFG.yml`

So bản sao với tệp chính, giữ nội dung đúng trong tệp chính, rồi xóa bản sao. Đừng đổi tên bản sao: tên mới thành một mã
mới, và một đơn vị thành hai.

Đúng: chỉ còn `doan-so-a.yml`.""",
)
FILE_NAME = Code(
    "F006",
    "Tên tệp không đúng cách",
    about="""Tên tệp là mã của bản ghi, nên chỉ gồm chữ thường không dấu a–z, chữ số 0–9 và dấu gạch nối giữa các từ;
phần mở rộng `.yml` hoặc `.md` viết thường. Tên thư mục cũng vậy.

Sai: `data/units/Đoàn Sở A.yml`

Đúng: `data/units/doan-so-a.yml`

Đổi tên tệp, rồi sửa các chỗ nhắc đến mã cũ. Nếu tên đúng đã có thì so hai tệp, giữ một tệp.""",
)
HIDDEN_FILE = Code(
    "F007",
    "Tệp ẩn",
    severity=Severity.warning,
    about="""Tệp hoặc thư mục có tên bắt đầu bằng dấu chấm không được đọc; chỉ `.gitkeep` là bình thường.

Sai: `data/units/.doan-so-a.yml.swp`

Xóa tệp, và thêm tên đó vào `.gitignore`.

Đúng: chỉ còn `data/units/doan-so-a.yml`.""",
)
SPECIAL_FILE = Code(
    "F008",
    "Không phải tệp thường",
    about="""Trong `data/`, `docs/` và `site_templates/` chỉ có tệp và thư mục; ống dẫn, ổ cắm, thiết bị không được đọc.

Sai: `data/units/doan-so-a.yml` tạo bằng `mkfifo`

Xóa nó, hoặc thay bằng tệp thường.

Đúng: `data/units/doan-so-a.yml` là một tệp.""",
)
NOT_OF_HANDBOOK = Code(
    "F501",
    "Không phải trang hay ảnh của sổ tay",
    about="""Sổ tay trong `docs/` chỉ gồm trang Markdown (`.md`) và ảnh (`.png`, `.jpg`, `.jpeg`, `.gif`, `.webp`). Tệp
loại khác sẽ được đưa nguyên lên trang, và có thể mang theo mã chạy trong trình duyệt; ảnh `.svg` cũng vậy.

Sai: `docs/huong-dan/mau.html`, `docs/huong-dan/so-do.svg`

Viết lại thành trang `.md`, đổi ảnh sang `.png`, hoặc chuyển tệp ra ngoài `docs/`.

Đúng: `docs/huong-dan/mau.md`, `docs/huong-dan/so-do.png`""",
)
OUTSIDE_HANDBOOK = Code(
    "F502",
    "Ngoài thư mục của sổ tay",
    about="""Trong `docs/` chỉ có thư mục `huong-dan/`. Tệp ở chỗ khác có thể trùng địa chỉ và thay mất một trang hay
một tệp của trang.

Sai: `docs/index.md`, `docs/don-vi/index.md`, `docs/assets/site.js`

Chuyển tệp vào `docs/huong-dan/`, hoặc ra ngoài `docs/`.

Đúng: `docs/huong-dan/don-vi.md`""",
)
NO_DATA = Code(
    "F009",
    "Tệp không phải dữ liệu",
    severity=Severity.note,
    about="""Hệ điều hành tự đặt vào thư mục những tệp như `Thumbs.db`, `desktop.ini`, `.DS_Store`; `README.md` dành cho
người mở thư mục. Phần mềm bỏ qua chúng.

Sai: `data/units/Thumbs.db`

Tệp của hệ điều hành thì nên xóa và thêm tên vào `.gitignore`; `README.md` có thể để lại.

Đúng: trong `data/units/` chỉ còn các tệp `.yml`.""",
)

"""Every verb of the command line, by what it is for. A new job is a row here and a function in a module beside."""

from __future__ import annotations

from pathlib import Path

from camnang.entry.commands.options import (
    BUILT_SITE,
    DECK,
    EVERYTHING,
    FILE,
    FORMAT,
    JOBS,
    LANGUAGE,
    LANGUAGE_CODE,
    LIST,
    PAGE,
    PAGE_FOLDER,
    RECORDINGS,
    WITHOUT_FILMS,
    checking,
    day,
    folder,
    switch,
)
from camnang.entry.commands.verb import Group, Verb, option

ONE_LANGUAGE = option("language", metavar="TIẾNG", help=LANGUAGE_CODE)

PAGES = Group(
    "Làm trang",
    (
        Verb(
            "trang",
            ("site",),
            "vẽ hình đã đổi, rồi dựng trang vào site/",
            "site:run",
            (EVERYTHING, LIST),
            writes=True,
        ),
        Verb(
            "xem",
            ("serve",),
            "xem thử trang trên máy này; sửa chữ, lưu lại là thấy ngay",
            "serve:run",
            (
                option(
                    "--cong", "--port", dest="port", type=int, default=8000, metavar="SỐ", help="cổng, mặc định 8000"
                ),
                switch("--khong-mo", "--no-browser", dest="closed", about="không tự mở trình duyệt"),
            ),
        ),
        Verb(
            "soat",
            ("check",),
            "đọc mọi trang và dữ liệu, kể mọi lỗi cùng cách sửa; không ghi gì",
            "check:run",
            (
                option(
                    "--luat",
                    "--rule",
                    dest="rule",
                    nargs="?",
                    const="",
                    metavar="MÃ",
                    help="không soát; kể mọi luật, hoặc nói rõ một luật theo mã trong ngoặc vuông",
                ),
                switch("--qua-han", "--due", dest="due", about="chỉ kể trang, cảnh báo đã cũ, dạng Markdown"),
            ),
        ),
        Verb("may-chu", ("host",), "dựng trang, nén và gói lại để chép lên máy chủ", "host:run", writes=True),
    ),
)

PICTURES = Group(
    "Vẽ và in",
    (
        Verb(
            "ve",
            ("draw",),
            "vẽ áp phích, tờ rơi, ảnh, phim đã đổi vào build/tai-ve/",
            "draw:run",
            (
                PAGE,
                LANGUAGE,
                FORMAT,
                DECK,
                WITHOUT_FILMS,
                option(
                    "--doi-tac",
                    "--partner",
                    dest="partner",
                    type=Path,
                    metavar="TỆP",
                    help="thêm tên, logo của đơn vị mình (tệp có hai dòng name, logo); hình ở build/doi-tac/",
                ),
                LIST,
                checking("không vẽ; thoát với mã 1 nếu có hình đã cũ"),
                JOBS,
                option(
                    "--phan",
                    "--shard",
                    dest="shard",
                    metavar="I/N",
                    help="chỉ vẽ phần thứ I trong N phần, để chia cho N máy",
                ),
                option(
                    "--gop",
                    "--merge",
                    dest="merge",
                    type=Path,
                    nargs="+",
                    metavar="THƯ_MỤC",
                    help="không vẽ; gộp thư mục tai-ve của mọi phần",
                ),
                switch(
                    "--khung", "--debug", dest="debug", about="vẽ khung và tên từng khối, vào build/tai-ve-debug/"
                ),
            ),
            example="ve --trang gia-danh-cong-an --co ap-phich-a3",
            writes=True,
            looks=("check", "list"),
        ),
        Verb(
            "soat-hinh",
            ("check-pictures",),
            "mở từng tệp đã vẽ và soát trước khi in: khổ, chữ, màu, mã QR, phim",
            "check_pictures:run",
            (PAGE, LANGUAGE, FORMAT, JOBS),
        ),
        Verb(
            "duyet-hinh",
            ("approve",),
            "so hình với ảnh mẫu đã duyệt; đúng ý thì ghi ảnh mới làm mẫu",
            "approve:run",
            (checking("không ghi; thoát với mã 1 nếu hình khác ảnh đã duyệt"),),
            writes=True,
        ),
        Verb(
            "goi",
            ("packs",),
            "đóng gói hình đã vẽ cho từng nơi (trường, chợ, xóm…) vào build/goi/",
            "packs:run",
            (LIST, checking("không ghi; thoát với mã 1 nếu có gói đã cũ hoặc hỏng")),
            writes=True,
            looks=("check", "list"),
        ),
        Verb(
            "van-phong",
            ("documents",),
            "làm tệp Word, Excel, lịch cho văn phòng vào build/van-phong/",
            "documents:run",
            (LIST, checking()),
            writes=True,
            looks=("check", "list"),
        ),
        Verb(
            "mang-di",
            ("offline",),
            "làm bản chép vào USB và bản cho ứng dụng Kiwix, xem không cần mạng",
            "offline:run",
            (checking("không ghi; thoát với mã 1 nếu có bản đã cũ hoặc hỏng"),),
            writes=True,
        ),
        Verb(
            "bang-chu",
            ("specimen",),
            "xem phông có đủ chữ cái của mọi thứ tiếng không; vẽ mẫu chữ ra PDF",
            "specimen:run",
            (checking("không vẽ; thoát với mã 1 nếu phông thiếu chữ"),),
            writes=True,
        ),
    ),
)

TRANSLATION_FILES = option(
    "file", nargs="*", metavar="TỆP", help="bản dịch, hoặc thư mục của trang; không ghi thì mọi bản đã cũ"
)

TRANSLATIONS = Verb(
    "ban-dich",
    ("translate", "translations"),
    "bản dịch: còn thiếu gì, phiếu nhờ người bản ngữ duyệt, thêm một thứ tiếng",
    parts=(
        Verb(
            "tinh-trang",
            ("status",),
            "trang nào chưa có, là bản nháp, đã duyệt, đã cũ",
            "translate:status",
            (
                option("language", nargs="?", metavar="TIẾNG", help="mã tiếng; không ghi thì mọi tiếng"),
                switch("--tat-ca", "--all", dest="all", about="kể mọi trang, không chỉ trang cần làm"),
            ),
        ),
        Verb("khac", ("diff",), "bản tiếng Việt đã đổi gì từ lúc dịch", "translate:diff", (TRANSLATION_FILES,)),
        Verb(
            "ghim",
            ("pin",),
            "ghi rằng bản dịch khớp với bản tiếng Việt lúc này",
            "translate:pin",
            (TRANSLATION_FILES, checking("không ghi; thoát với mã 1 nếu có bản đã cũ")),
            example="ban-dich ghim docs/thu-doan/gia-danh-cong-an/index.tyz.md",
            writes=True,
        ),
        Verb(
            "phieu",
            ("sheet",),
            "in phiếu duyệt của một trang, hoặc 60 câu cần nghe nhất: DOCX để in, XLSX để điền",
            "translate:print_review_sheets",
            (
                ONE_LANGUAGE,
                option("page", nargs="?", default="", metavar="TRANG", help=f"{PAGE_FOLDER}; trang đầu là trang-chu"),
                switch(
                    "--sau-muoi", "--sixty", dest="scattered", about="không in một trang, mà 60 câu cần nghe nhất"
                ),
                folder("nơi ghi phiếu, mặc định build/phieu-duyet"),
            ),
            example="ban-dich phieu tyz thu-doan/gia-danh-cong-an",
            writes=True,
        ),
        Verb(
            "nhap",
            ("import",),
            "nhập phiếu đã duyệt vào trang",
            "translate:read_review_sheet",
            (
                option("file", type=Path, metavar="TỆP", help="phiếu đã điền, DOCX hoặc XLSX"),
                switch("--thu", "--dry-run", dest="trial", about="chỉ cho xem sẽ đổi gì, không ghi"),
            ),
            writes=True,
        ),
        Verb(
            "them",
            ("add",),
            "tạo những tệp đầu tiên của một thứ tiếng",
            "translate:begin",
            (
                option("code", metavar="MÃ", help="mã ISO 639-3, ví dụ mww (Mông), ium (Dao)"),
                option("--ten", "--name", dest="name", metavar="TÊN", help="tên tiếng ấy tự gọi"),
                option("--mo-ta", "--description", dest="description", metavar="TÊN", help="tên nói bằng tiếng Việt"),
            ),
            example="ban-dich them mww",
            writes=True,
        ),
    ),
)

SOUND_FILE = option("file", type=Path, metavar="TỆP", help="tệp thu bằng điện thoại: m4a, mp3, wav…")

RECORDING = Verb(
    "thu-am",
    ("record", "recordings"),
    "giọng đọc: in phiếu đọc, kiểm và nhập bản thu, gói cho loa phát thanh",
    parts=(
        Verb(
            "phieu",
            ("sheet",),
            "in phiếu đọc vào build/thu-am/<mã tiếng>/ (thay bộ phiếu cũ của tiếng ấy)",
            "record:write_sheets",
            (
                ONE_LANGUAGE,
                option("pages", metavar="TRANG", nargs="*", help=f"{PAGE_FOLDER}; không ghi thì in mọi trang"),
            ),
            example="thu-am phieu tyz thu-doan/gia-danh-cong-an",
            writes=True,
        ),
        Verb(
            "bo",
            ("kit",),
            "in bộ thu âm cho một người đọc: phiếu, cách thu, tờ đồng ý, vào build/bo-thu-am/",
            "record:write_reader_kit",
            (ONE_LANGUAGE,),
            example="thu-am bo tyz",
            writes=True,
        ),
        Verb(
            "kiem",
            ("measure",),
            "đo một bản thu và nói chỗ nào chưa được",
            "record:check_file",
            (
                SOUND_FILE,
                option("name", metavar="BẢN", nargs="?", choices=RECORDINGS, help="loa-30 hoặc loa-60"),
            ),
        ),
        Verb(
            "nhap",
            ("import",),
            "kiểm, chỉnh cho đều tiếng, đặt cạnh trang và ghi vào data/recordings.yml",
            "record:take_in",
            (
                SOUND_FILE,
                option("page", metavar="TRANG", help=PAGE_FOLDER),
                ONE_LANGUAGE,
                option("name", metavar="BẢN", choices=RECORDINGS, help="loa-30 hoặc loa-60"),
                option(
                    "--nguoi-doc",
                    "--speaker",
                    dest="speaker",
                    required=True,
                    metavar="TÊN",
                    help="tên ghi dưới bản thu",
                ),
                option(
                    "--ngay",
                    "--date",
                    dest="date",
                    required=True,
                    type=day,
                    metavar="NGÀY",
                    help="ngày thu, dạng 2026-11-24",
                ),
                switch("--dong-y", "--consent", dest="consent", about="người đọc đã ký ô đồng ý trên phiếu"),
                switch("--thay", "--replace", dest="replaces", about="thay bản thu đang có"),
            ),
            writes=True,
        ),
        Verb("xem", ("show",), "kể mọi bản thu, bản nào đã cũ", "record:show"),
        Verb("goi", ("pack",), "gói bản thu cho loa phát thanh vào build/loa/", "record:pack", writes=True),
    ),
)

LANGUAGES = Group("Bản dịch và giọng đọc", (TRANSLATIONS, RECORDING))

PAPERS = Group(
    "Tin nhắn, báo cáo",
    (
        Verb(
            "tin-nhan",
            ("sms",),
            "tin nhắn: soát tin tự viết, xuất mọi tin cho nhà mạng",
            parts=(
                Verb("soat", ("check",), "soát một tệp chữ, mỗi dòng một tin", "messages:check", (FILE,)),
                Verb(
                    "xuat",
                    ("export",),
                    "xuất mọi tin ra CSV và Excel",
                    "messages:export",
                    (folder("nơi ghi, mặc định build/tin-nhan"),),
                    writes=True,
                ),
            ),
        ),
        Verb(
            "mau-bao-cao",
            ("report-forms",),
            "làm mẫu báo cáo Excel và đề cương Word cho các đơn vị",
            "report_forms:run",
            (folder("nơi ghi, mặc định build/bao-cao"),),
            writes=True,
        ),
        Verb(
            "tong-hop",
            ("merge-reports",),
            "cộng các báo cáo gửi về; kể từng ô sai; ghi sổ Excel, bản tóm tắt Word, PDF",
            "merge_reports:run",
            (
                option("folder", type=Path, metavar="THƯ_MỤC", help="nơi để các tệp .xlsx gửi về"),
                option(
                    "--ky",
                    "--period",
                    dest="period",
                    required=True,
                    metavar="KỲ",
                    help="ví dụ 2026-nam, 2026-6thang",
                ),
                folder("nơi ghi, mặc định build/tong-hop"),
            ),
            example="tong-hop thu-muc-nop --ky 2026-nam",
            writes=True,
        ),
    ),
)

SERVER = Group(
    "Máy chủ",
    (
        Verb(
            "nen",
            ("compress",),
            "đặt bản nén .gz và .br cạnh mỗi tệp chữ trong site/",
            "compress:run",
            (BUILT_SITE,),
            writes=True,
        ),
        Verb(
            "cai-dat-may-chu",
            ("server-files",),
            "ghi cài đặt nginx, Apache, IIS vào deploy/ theo trang vừa dựng",
            "server_files:run",
            (checking("không ghi; thoát với mã 1 nếu tệp nào không còn đúng với trang"), BUILT_SITE),
            writes=True,
        ),
        Verb(
            "ky",
            ("sign",),
            "ghi danh sách mọi tệp của trang với mã của từng tệp, và ký nếu có khoá",
            "sign:run",
            (
                option(
                    "--khoa", "--key", dest="key", type=Path, metavar="TỆP", help="khoá bí mật; mặc định SIGNING_KEY"
                ),
                option(
                    "--tao-khoa",
                    "--new-key",
                    dest="new_key",
                    type=Path,
                    metavar="TỆP",
                    help="không ký; tạo khoá, ghi nửa bí mật vào TỆP và nửa công khai vào data/minisign.pub",
                ),
                BUILT_SITE,
            ),
            writes=True,
        ),
        Verb(
            "kiem",
            ("verify",),
            "soát USB, bản sao, ZIP, ZIM hay trang mạng còn nguyên không; kể tệp bị đổi, thiếu, thêm",
            "verify:run",
            (
                option("copy", metavar="BẢN", help="thư mục, tệp .zip, tệp .zim, hoặc địa chỉ https://"),
                option(
                    "--khoa",
                    "--key",
                    dest="key",
                    default="",
                    metavar="KHOÁ",
                    help="khoá công khai: tệp, hoặc dòng bắt đầu bằng RW; mặc định data/minisign.pub",
                ),
                option(
                    "--danh-sach",
                    "--manifest",
                    dest="listing",
                    type=Path,
                    metavar="TỆP",
                    help="so với danh sách này (lấy từ nơi tin được), không dùng danh sách đi kèm",
                ),
            ),
            example="kiem E:/",
        ),
        Verb(
            "dong-goi",
            ("pack-site",),
            "gói cả trang thành một tệp ZIP có sẵn cài đặt máy chủ",
            "pack_site:run",
            (BUILT_SITE, folder("nơi ghi, mặc định build/may-chu")),
            writes=True,
        ),
        Verb(
            "dia-chi",
            ("addresses",),
            "thêm địa chỉ của trang mới vào danh sách đã công bố; không bao giờ bỏ địa chỉ nào",
            "addresses:run",
            (checking("không ghi; thoát với mã 1 nếu thiếu địa chỉ của trang mới"),),
            writes=True,
        ),
    ),
)

BENCHMARKS = ("runs", "measure", "posters", "reading", "growth", "reports", "sentences", "distinctness")

PROGRAMMERS = Group(
    "Người viết chương trình",
    (
        Verb(
            "thu",
            ("test",),
            "chạy mọi phép thử (thêm được tuỳ chọn của pytest)",
            "run_tests:run",
            (
                switch(
                    "--nhanh",
                    "--quick",
                    dest="quick",
                    about="chỉ phép thử không vẽ, không dựng, không mở trình duyệt",
                ),
            ),
            for_tests=True,
            passes_on=True,
        ),
        Verb(
            "do-dac",
            ("benchmark",),
            "đo tốc độ, dung lượng trên máy này; các con số ở benchmarks/README.md",
            "benchmark:run",
            (
                option("name", metavar="PHÉP_ĐO", choices=BENCHMARKS, help=f"một trong {', '.join(BENCHMARKS)}"),
                switch("--ghi", "--write", dest="write", about="ghi các con số vào benchmarks/README.md"),
            ),
            for_tests=True,
            passes_on=True,
            example="do-dac posters --ghi",
        ),
        Verb(
            "khoa-goi",
            ("lock",),
            "ghi lại requirements*.lock (phiên bản và mã băm của mọi gói)",
            "lock:run",
            (checking("không ghi, không cần mạng; thoát với mã 1 nếu khoá thiếu gói"),),
            writes=True,
        ),
        Verb("giay-phep", ("licences",), "kể giấy phép của mọi gói đang dùng; không cần mạng", "licences:run"),
        Verb(
            "cat-phong",
            ("web-font",),
            "cắt phông tiêu đề còn đúng những chữ cần dùng",
            "web_font:run",
            (checking("không ghi; thoát với mã 1 nếu phông đã cắt không còn đúng"),),
            writes=True,
        ),
    ),
)

GROUPS = (PAGES, PICTURES, LANGUAGES, PAPERS, SERVER, PROGRAMMERS)
VERBS = tuple(verb for group in GROUPS for verb in group.verbs)

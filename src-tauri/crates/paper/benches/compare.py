"""The same report by this printer, typst and WeasyPrint, in one run; prints medians and ratios.

    python3 -m venv V && V/bin/pip install typst weasyprint
    cargo bench -p liaise-paper --no-run        # prints the benchmark's path
    cargo run -p liaise-paper --example demo -- OUT   # writes OUT/report-de.html, the content for the other two
    V/bin/python src-tauri/crates/paper/benches/compare.py BENCHMARK OUT/report-de.html

The content is the semantic HTML of the same document: headings, paragraphs, lists, tables, charts as SVG. WeasyPrint
gets it with a small print style sheet, typst as markup made from it. typst's text changes from run to run, else it
answers from its memory. Rounds are interleaved, so that other work on the machine hits all three alike.
"""

import json, os, re, statistics, subprocess, sys, tempfile, time
from html.parser import HTMLParser

ROUNDS = int(os.environ.get("ROUNDS", "3"))
SPECIAL = re.compile(r"([\\#$*_`<>@\[\]~/=+\-])")


def plain(text):
    return SPECIAL.sub(r"\\\1", text)


class Typst(HTMLParser):
    """Semantic HTML as typst markup."""

    def __init__(self, folder):
        super().__init__(convert_charrefs=True)
        self.out, self.folder, self.lists, self.cells, self.svg = [], folder, [], None, None

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if self.svg is not None:
            self.svg.append(self.get_starttag_text())
        elif tag == "svg":
            self.svg = [self.get_starttag_text()]
        elif re.fullmatch("h[1-6]", tag):
            self.out.append("\n\n" + "=" * int(tag[1]) + " ")
        elif tag == "p":
            self.out.append("\n\n")
        elif tag in ("strong", "em"):
            self.out.append("#strong[" if tag == "strong" else "#emph[")
        elif tag in ("ul", "ol"):
            self.lists.append("+" if tag == "ol" else "-")
        elif tag == "li":
            self.out.append("\n" + "  " * (len(self.lists) - 1) + self.lists[-1] + " ")
        elif tag == "table":
            self.cells, self.columns = [], 0
        elif tag in ("th", "td") and self.cells is not None:
            self.cells.append([int(attrs.get("colspan", 1)), tag, ""])
            if attrs.get("scope") == "col":
                self.columns += 1
        elif tag == "caption":
            self.out.append("\n\n#strong[")
        elif tag == "dt":
            self.out.append("\n\n#strong[")

    def handle_startendtag(self, tag, attrs):
        if self.svg is not None:
            self.svg.append(self.get_starttag_text())
        elif tag == "br":
            self.out.append(" \\ ")

    def handle_endtag(self, tag):
        if self.svg is not None:
            self.svg.append(f"</{tag}>")
            if tag == "svg":
                name = f"chart{len(os.listdir(self.folder))}.svg"
                with open(os.path.join(self.folder, name), "w") as file:
                    file.write("".join(self.svg))
                self.out.append(f'\n\n#figure(image("{name}", width: 100%, alt: "chart"))\n')
                self.svg = None
        elif tag in ("strong", "em", "caption", "dt"):
            self.out.append("] ")
        elif tag in ("ul", "ol") and self.lists:
            self.lists.pop()
            self.out.append("\n")
        elif tag == "table":
            cells = ", ".join(f"table.cell(colspan: {n})[{text}]" for n, _, text in self.cells)
            self.cells, columns = None, max(1, self.columns)
            self.out.append(f"\n\n#table(columns: ({'auto, ' * columns}), stroke: 0.4pt, {cells})\n")

    def handle_data(self, data):
        if self.svg is not None:
            self.svg.append(data.replace("&", "&amp;").replace("<", "&lt;"))
        elif self.cells:
            self.cells[-1][2] += plain(data)
        else:
            self.out.append(plain(data))


STYLE = """@page { size: A4; margin: 27mm 22mm; @bottom-right { content: "Seite " counter(page) " von " counter(pages); } }
body { font: 10.5pt/15pt "Source Sans 3", sans-serif; hyphens: auto } table { width: 100%; border-collapse: collapse }
td, th { padding: 3pt 5pt; border-bottom: 0.4pt solid #999; text-align: left } svg { width: 100% } details > * { display: block }"""


def timed(work):
    wall, cpu = time.perf_counter(), time.process_time()
    result = work()
    return (time.perf_counter() - wall) * 1e3, (time.process_time() - cpu) * 1e3, result


def main():
    bench, page = sys.argv[1], open(sys.argv[2]).read()
    # Data below charts is folded away in the window and stands in the alternative text on paper: out of the contest.
    page = re.sub(r"<details.*?</details>", "", page, flags=re.S)
    import typst, weasyprint

    here = tempfile.mkdtemp()
    parser = Typst(here)
    parser.feed(re.sub(r"<img[^>]*>", "", page))
    fonts = os.path.abspath(os.path.join(os.path.dirname(__file__), "../../../../assets/fonts"))
    head = '#set page(paper: "a4", margin: (x: 22mm, y: 27mm), numbering: "1 / 1")\n#set text(font: "Source Sans 3", size: 10.5pt, lang: "de", hyphenate: true)\n#set document(title: "x")\n#outline()\n'
    body = head + "".join(parser.out)
    source = os.path.join(here, "report.typ")
    html = f'<html lang="de"><head><title>x</title><style>{STYLE}</style></head><body>{page}</body></html>'
    ours, theirs, web, sizes = [], [], [], {}
    for turn in range(ROUNDS):
        result = json.loads(subprocess.check_output([bench, "--report", "de", "10"]))
        ours.append(result["median"])
        sizes["own"] = result["bytes"]
        for again in range(4):
            # The words change, so that nothing is remembered.
            with open(source, "w") as file:
                file.write(re.sub(r"(?<=[a-zäöü])e(?= )", "e" + "aeio"[again] + "n" * turn, body))
            wall, cpu, pdf = timed(lambda: typst.compile(source, font_paths=[fonts], pdf_standards=["ua-1"]))
            theirs.append((wall, cpu))
            sizes["typst"] = len(pdf)
        wall, cpu, pdf = timed(lambda: weasyprint.HTML(string=html).write_pdf(pdf_variant="pdf/ua-1"))
        web.append((wall, cpu))
        sizes["weasyprint"] = len(pdf)
    own = statistics.median(ours)
    print(f"own        {own:8.1f} ms  {sizes['own']} bytes")
    for name, times in (("typst", theirs), ("weasyprint", web)):
        wall, cpu = (statistics.median(column) for column in zip(*times))
        print(f"{name:10} {wall:8.1f} ms  {sizes[name]} bytes  {wall / own:.1f} times (processor time {cpu:.1f} ms)")


main()

//! The words of licences that packages name but do not bring along, and what is shipped without being a package.

/// Files of `assets/` and the licences that lie beside them: name, licence, where its words are.
pub(super) const FILES: &[(&str, &str, &str)] = &[
    ("IBM Plex Sans Arabic (font)", "OFL-1.1", "assets/fonts/IBMPlexSansArabic-OFL.txt"),
    ("Noto Sans Armenian (font)", "OFL-1.1", "assets/fonts/NotoSansArmenian-OFL.txt"),
    ("Noto Sans Georgian (font)", "OFL-1.1", "assets/fonts/NotoSansGeorgian-OFL.txt"),
    ("Noto Sans Hebrew (font)", "OFL-1.1", "assets/fonts/NotoSansHebrew-OFL.txt"),
    ("Source Sans 3 (font)", "OFL-1.1", "assets/fonts/SourceSans3-OFL.md"),
    ("sRGB v2 magic (colour profile)", "CC0-1.0", "assets/fonts/sRGB-v2-magic-CC0.txt"),
];

/// What else is in the program: name, licence, who holds the rights.
pub(super) const OTHERS: &[(&str, &str, &str)] = &[
    ("Rust standard library", "MIT OR Apache-2.0", "The Rust Project contributors"),
    ("WebView2 loader (Windows)", "BSD-3-Clause", "Microsoft Corporation"),
    ("world-atlas (outlines of Europe, after Natural Earth)", "ISC", "2013-2019 Michael Bostock"),
];

/// The words of a licence, by its SPDX name or the first of a choice that is known.
pub(super) fn of(licence: &str, holders: &str) -> Option<String> {
    let words = licence.split(" OR ").find_map(|licence| match licence {
        "MIT" => Some(MIT),
        "BSD-3-Clause" => Some(BSD),
        "ISC" => Some(ISC),
        _ => None,
    })?;
    Some(format!("Copyright (c) {holders}\n\n{words}"))
}

const MIT: &str = "\
Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the \"Software\"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED \"AS IS\", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
";

const BSD: &str = "\
Redistribution and use in source and binary forms, with or without modification, are permitted provided that the
following conditions are met:

1. Redistributions of source code must retain the above copyright notice, this list of conditions and the following
disclaimer.

2. Redistributions in binary form must reproduce the above copyright notice, this list of conditions and the following
disclaimer in the documentation and/or other materials provided with the distribution.

3. Neither the name of the copyright holder nor the names of its contributors may be used to endorse or promote products
derived from this software without specific prior written permission.

THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS \"AS IS\" AND ANY EXPRESS OR IMPLIED WARRANTIES,
INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL,
SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY,
WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF
THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
";

const ISC: &str = "\
Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted,
provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED \"AS IS\" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL
IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT,
INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN
ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF
THIS SOFTWARE.
";

//! What is done to words before they are set: control characters go, and spaces that a language wants unbreakable
//! become so. No word is changed.

/// The text without control characters; tabs become spaces, other line ends line feeds.
pub(crate) fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\r' => {
                if characters.peek() != Some(&'\n') {
                    out.push('\n');
                }
            }
            '\u{2028}' | '\u{2029}' | '\u{85}' | '\u{B}' | '\u{C}' => out.push('\n'),
            '\t' => out.push(' '),
            '\n' => out.push('\n'),
            // Embeddings and overrides could turn the order of the rest of the line; marks (LRM, RLM) may stay.
            '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' => {}
            c if c.is_control() => {}
            c if (c as u32) & 0xFFFE == 0xFFFE => {}
            c => out.push(c),
        }
    }
    out
}

/// The text with the no-break spaces its language asks for.
///
/// French sets a narrow no-break space before `; : ! ? »` and after `«` (Lexique des règles typographiques en usage à
/// l'Imprimerie nationale). Only a space that is already there is exchanged; none is added.
pub(crate) fn typographic(text: &str, language: &str) -> String {
    if !language.starts_with("fr") || !text.contains([';', ':', '!', '?', '»', '«', '%']) {
        return text.to_owned();
    }
    let characters: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len() + 8);
    for (at, &character) in characters.iter().enumerate() {
        let next = characters.get(at + 1);
        let before = at.checked_sub(1).and_then(|before| characters.get(before));
        let wanted = matches!(next, Some(';' | ':' | '!' | '?' | '»' | '%')) || before == Some(&'«');
        out.push(if matches!(character, ' ' | '\u{A0}') && wanted { '\u{202F}' } else { character });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn french_punctuation_keeps_to_its_word() {
        assert_eq!(
            typographic("Pourquoi ? « Oui » : 5 %", "fr"),
            "Pourquoi\u{202F}? «\u{202F}Oui\u{202F}»\u{202F}: 5\u{202F}%"
        );
        assert_eq!(typographic("Warum ?", "de"), "Warum ?");
    }

    #[test]
    fn control_characters_go_and_line_ends_stay() {
        assert_eq!(clean("a\u{0}b\r\nc\u{7}\td\u{202E}e"), "ab\nc de");
    }
}

//! Check digits and dates inside the numbers of persons, as each state computes them. Nothing here looks at the text
//! around.

use super::super::digits::Number;

/// France: 97 less the first thirteen digits by 97 is the key. Month 20 and above: born where the month is not known.
pub(super) fn nir(number: &Number<'_>) -> bool {
    let month = number.value(3, 5);
    matches!(number.digits()[0], 1..=4 | 7 | 8)
        && (matches!(month, 1..=12 | 20 | 30..=42) || month >= 50)
        && 97 - number.value(0, 13) % 97 == number.value(13, 15)
}

/// France, Corsica: the department 2A counts as 19, 2B as 18.
pub(super) fn corsican(compact: &str) -> bool {
    let department = if compact.contains("2A") { "19" } else { "18" };
    let digits = compact.replace("2A", department).replace("2B", department);
    let (Some(head), Some(key)) = (digits.get(..13), digits.get(13..)) else { return false };
    head.parse::<u64>().is_ok_and(|head| key.parse() == Ok(97 - head % 97))
}

/// Belgium: 97 less the first nine digits by 97; a 2 before them for those born from 2000 on.
pub(super) fn national_register(number: &Number<'_>) -> bool {
    let (month, day) = (number.value(2, 4), number.value(4, 6));
    let (head, key) = (number.value(0, 9), number.value(9, 11));
    let fits = |head: u64| 97 - head % 97 == key;
    // Month 20 and 40 more: the number of someone who is not in the register.
    matches!(month, 0..=12 | 20..=32 | 40..=52) && day <= 31 && (fits(head) || fits(head + 2_000_000_000))
}

/// The Netherlands: the digits weighted 9, 8, … 2, −1 add up to a multiple of eleven.
pub(super) fn bsn(digits: &[u8]) -> bool {
    let sum: i32 =
        digits.iter().zip([9, 8, 7, 6, 5, 4, 3, 2, -1]).map(|(digit, weight)| i32::from(*digit) * weight).sum();
    sum != 0 && sum % 11 == 0
}

/// Portugal: eleven less the weighted sum by eleven, 10 and 11 read as 0. First digits of natural persons only.
pub(super) fn nif(digits: &[u8]) -> bool {
    let sum: u32 = digits.iter().zip([9, 8, 7, 6, 5, 4, 3, 2]).map(|(digit, weight)| u32::from(*digit) * weight).sum();
    let key = match 11 - sum % 11 {
        10 | 11 => 0,
        key => key,
    };
    (matches!(digits[0], 1..=3) || digits.starts_with(&[4, 5])) && u32::from(digits[8]) == key
}

/// Greece, tax number: the first eight digits weighted by powers of two, by eleven, by ten.
pub(super) fn afm(digits: &[u8]) -> bool {
    let sum: u32 = digits[..8].iter().enumerate().map(|(at, digit)| u32::from(*digit) << (8 - at)).sum();
    sum != 0 && sum % 11 % 10 == u32::from(digits[8])
}

/// Sweden: a date of birth (60 days later in a co-ordination number), three digits and Luhn's check digit.
pub(super) fn personnummer(digits: &[u8]) -> bool {
    let pair = |at: usize| digits[at] * 10 + digits[at + 1];
    matches!(pair(2), 1..=12) && matches!(pair(4), 1..=31 | 61..=91) && luhn(digits)
}

/// Greece, social security: a date of birth (day first) and Luhn's check digit.
pub(super) fn amka(number: &Number<'_>) -> bool {
    matches!(number.value(0, 2), 1..=31) && matches!(number.value(2, 4), 1..=12) && luhn(&number.digits())
}

/// The Czech Republic: a date of birth (months of women 50 later, either 20 more where a day ran out of numbers),
/// divisible by eleven; before 1954 without a check digit.
pub(super) fn rodne_cislo(number: &Number<'_>) -> bool {
    let (year, month, day) = (number.value(0, 2), number.value(2, 4), number.value(4, 6));
    let dated = matches!(month, 1..=12 | 21..=32 | 51..=62 | 71..=82) && matches!(day, 1..=31);
    dated
        && match number.count {
            9 => year < 54 && number.value(6, 9) != 0,
            _ => number.value(0, 10).is_multiple_of(11) || number.value(0, 9) % 11 == 10 && number.digits()[9] == 0,
        }
}

/// Germany, tax: among the first ten digits exactly one occurs twice or three times; ISO 7064 (11, 10).
pub(super) fn steuer_id(digits: &[u8]) -> bool {
    let mut seen = [0; 10];
    digits[..10].iter().for_each(|digit| seen[usize::from(*digit)] += 1);
    let repeated = seen.iter().filter(|count| **count > 1).count() == 1 && seen.iter().all(|count| *count <= 3);
    let product = digits[..10].iter().fold(10, |product, digit| {
        let sum = (u32::from(*digit) + product) % 10;
        (if sum == 0 { 10 } else { sum }) * 2 % 11
    });
    digits[0] != 0 && repeated && u32::from(digits[10]) == (11 - product) % 10
}

/// Germany, identity card: weights 7, 3, 1; letters from A as 10.
pub(super) fn personalausweis(compact: &str) -> bool {
    let values = compact.chars().filter_map(|it| it.to_digit(36)).collect::<Vec<_>>();
    let sum: u32 = values[..9].iter().zip([7, 3, 1].into_iter().cycle()).map(|(value, weight)| value * weight).sum();
    sum % 10 == values[9]
}

/// Spain: the number by 23 chooses the letter; X, Y and Z of a foreigner's number stand for 0, 1 and 2.
pub(super) fn spanish_letter(compact: &str) -> bool {
    let (head, letter) = compact.split_at(compact.len() - 1);
    let digits = head.replacen('X', "0", 1).replacen('Y', "1", 1).replacen('Z', "2", 1);
    digits.parse::<usize>().is_ok_and(|number| &b"TRWAGMYFPDXBNJZSQVHLCKE"[number % 23..][..1] == letter.as_bytes())
}

/// Portugal, citizen card: Luhn's sum over digits and letters, letters from A as 10.
pub(super) fn cartao_de_cidadao(compact: &str) -> bool {
    let sum: u32 = compact
        .chars()
        .filter_map(|it| it.to_digit(36))
        .enumerate()
        .map(|(at, value)| match value * 2 {
            _ if at % 2 == 1 => value,
            double if double > 9 => double - 9,
            double => double,
        })
        .sum();
    sum.is_multiple_of(10)
}

/// Italy: values of odd and even places added up choose the last letter.
pub(super) fn codice_fiscale(compact: &str) -> bool {
    /// Values of 0 to 9 and of A to J in odd places; the letters from K on follow.
    const ODD: [u32; 26] =
        [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
    let value = |at: usize, it: u8| {
        let place = u32::from(if it.is_ascii_digit() { it - b'0' } else { it - b'A' });
        if at.is_multiple_of(2) { ODD[place as usize] } else { place }
    };
    let bytes = compact.as_bytes();
    let sum: u32 = bytes[..15].iter().enumerate().map(|(at, it)| value(at, *it)).sum();
    u32::from(bytes[15] - b'A') == sum % 26
}

/// Luhn's check: every other digit from the last but one doubled.
fn luhn(digits: &[u8]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(at, digit)| match u32::from(*digit) * 2 {
            double if at % 2 == 1 => double / 10 + double % 10,
            double => double / 2,
        })
        .sum();
    sum.is_multiple_of(10)
}

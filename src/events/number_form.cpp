#include "events/number_form.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "base/ascii.h"

namespace parcours {
namespace {

constexpr std::array<std::string_view, 5> kBlanks = {" ", "\t", "\u00a0", "\u202f", "\u2009"};

// How a currency is written, and the ISO codes that it may stand for; longer signs before those that they hold.
struct Currency {
  std::string_view written, codes;
};
constexpr auto kCurrencies = std::to_array<Currency>({{"US$", "USD"},
                                                      {"CA$", "CAD"},
                                                      {"AU$", "AUD"},
                                                      {"NZ$", "NZD"},
                                                      {"HK$", "HKD"},
                                                      {"R$", "BRL"},
                                                      {"$", "USD CAD AUD NZD HKD SGD MXN ARS CLP COP"},
                                                      {"\u20ac", "EUR"},
                                                      {"\u00a3", "GBP"},
                                                      {"\u00a5", "JPY CNY"},
                                                      {"\u20b9", "INR"},
                                                      {"\u20ba", "TRY"},
                                                      {"\u20bd", "RUB"},
                                                      {"z\u0142", "PLN"},
                                                      {"K\u010d", "CZK"},
                                                      {"kr", "SEK NOK DKK ISK"},
                                                      {"FCFA", "XOF XAF"}});
constexpr auto kCodes =
    std::to_array<std::string_view>({"EUR", "USD", "GBP", "CHF", "CAD", "AUD", "NZD", "JPY", "CNY", "INR", "BRL", "MXN", "ARS", "CLP", "COP", "SEK",
                                     "NOK", "DKK", "ISK", "PLN", "CZK", "HUF", "RON", "BGN", "TRY", "RUB", "UAH", "ZAR", "MAD", "TND", "DZD", "XOF",
                                     "XAF", "XPF", "SGD", "HKD", "KRW", "AED", "SAR", "ILS", "EGP", "NGN", "KES", "THB", "IDR", "MYR", "PHP", "VND"});

bool take_front(std::string_view& text, std::string_view part) {
  if (!text.starts_with(part)) return false;
  text.remove_prefix(part.size());
  return true;
}

bool take_back(std::string_view& text, std::string_view part) {
  if (!text.ends_with(part)) return false;
  text.remove_suffix(part.size());
  return true;
}

// Takes the currency off either end and gives the codes it may stand for; "" when there is none.
std::string_view take_currency(std::string_view& text) {
  for (const Currency& currency : kCurrencies)
    if (take_front(text, currency.written) || take_back(text, currency.written)) return currency.codes;
  for (const auto code : kCodes)
    if (take_front(text, code) || take_back(text, code)) return code;
  return {};
}

std::string_view without_currency(std::string_view text) {
  take_currency(text);
  return without_blanks(text);
}

// Bytes of the mark that groups digits at the front of `text`; 0: none.
std::size_t group_mark(std::string_view text, char decimal) {
  for (const auto blank : kBlanks)
    if (text.starts_with(blank)) return blank.size();
  if (text.starts_with("\u2019")) return 3;
  return text.starts_with('\'') || text.starts_with(decimal == ',' ? '.' : ',') ? 1 : 0;
}

// Of a number that a double cannot hold: it is too small, not too large.
bool has_negative_exponent(std::string_view text) {
  const auto at = text.find_first_of("eE");
  return at != std::string_view::npos && text.substr(at + 1).starts_with('-');
}

// The digits with a point for the decimal sign, into `out`; 0 when the text is no number.
std::size_t plain_digits(std::string_view text, char decimal, std::span<char> out) {
  std::size_t n = 0, in_group = 0;
  bool grouped = false, fraction = false;
  while (!text.empty()) {
    if (n + 1 >= out.size()) return 0;
    const char c = text.front();
    if (is_digit(c)) {
      out[n++] = c;
      ++in_group;
      text.remove_prefix(1);
    } else if (c == decimal && !fraction) {
      if (grouped && in_group != 3) return 0;
      fraction = true;
      out[n++] = '.';
      text.remove_prefix(1);
    } else {
      const std::size_t mark = fraction ? 0 : group_mark(text, decimal);
      if (mark == 0 || in_group == 0 || in_group > 3 || (grouped && in_group != 3)) return 0;
      grouped = true;
      in_group = 0;
      text.remove_prefix(mark);
    }
  }
  return !fraction && grouped && in_group != 3 ? 0 : n;
}

}  // namespace

std::string_view without_blanks(std::string_view text) {
  const auto is_sign = [](char c) { return c > ' ' && c < 0x7f; };
  if (text.empty() || (is_sign(text.front()) && is_sign(text.back()))) return text;  // nearly always
  for (bool again = true; again;) {
    again = false;
    for (const auto blank : kBlanks) again |= take_front(text, blank) || take_back(text, blank);
  }
  return text;
}

std::optional<double> read_amount(std::string_view text, char decimal) {
  double value = 0;
  if (decimal == '.') {  // the usual case first
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::general);
    if (error == std::errc::result_out_of_range && end == text.data() + text.size() && has_negative_exponent(text)) return 0;
    if (error == std::errc{} && end == text.data() + text.size()) return std::isfinite(value) ? std::optional(value) : std::nullopt;
  }
  text = without_blanks(text);
  bool negative = take_front(text, "-") || take_front(text, "\u2212");
  if (!negative) take_front(text, "+");
  text = without_currency(text);
  if (!negative) negative = take_front(text, "-") || take_front(text, "\u2212");
  std::array<char, 64> digits;
  const std::size_t n = plain_digits(text, decimal, digits);
  if (n == 0) return std::nullopt;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + n, value, std::chars_format::fixed);
  if (error != std::errc{} || end != digits.data() + n) return std::nullopt;
  return negative ? -value : value;
}

bool may_be_in(std::string_view amount, std::string_view currency) {
  if (!amount.empty() && is_digit(amount.front()) && is_digit(amount.back())) return true;  // the usual case first
  amount = without_blanks(amount);
  if (!take_front(amount, "-") && !take_front(amount, "\u2212")) take_front(amount, "+");
  const std::string_view codes = take_currency(amount);
  return codes.empty() || codes.find(currency) != std::string_view::npos;
}

bool is_plain_number(std::string_view text, char decimal) {
  if (!text.empty() && text.front() == '-') text.remove_prefix(1);
  std::size_t digits = 0, points = 0;
  for (const char c : text) {
    if (is_digit(c)) ++digits;
    else if (c == decimal) ++points;
    else return false;
  }
  if (digits == 0 || digits > 15 || points > 1 || !is_digit(text.front()) || !is_digit(text.back())) return false;
  return text.front() != '0' || text.size() == 1 || text[1] == decimal;
}

bool is_absent(std::string_view text) { return text.empty() || text == "NULL" || text == "null" || text == "\\N"; }

bool is_absent_number(std::string_view text) {
  static constexpr std::array<std::string_view, 7> kNone = {"NA", "N/A", "n/a", "NaN", "nan", "None", "-"};
  return is_absent(text) || std::find(kNone.begin(), kNone.end(), text) != kNone.end();
}

char guess_decimal(std::span<const std::string_view> sample, char doubtful) {
  std::size_t commas = 0, points = 0;
  for (const std::string_view text : sample) {
    if (!read_amount(text, ',') && !read_amount(text, '.')) continue;
    const auto last = text.find_last_of(".,");
    if (last == std::string_view::npos) continue;
    const std::string_view after = text.substr(last + 1);
    const auto fraction = std::find_if_not(after.begin(), after.end(), is_digit) - after.begin();
    const bool both = text.find(text[last] == ',' ? '.' : ',') != std::string_view::npos;
    if (fraction == 3 && !both) continue;  // "1,234" says nothing
    (text[last] == ',' ? commas : points) += 1;
  }
  if (commas == points) return doubtful;
  return commas > points ? ',' : '.';
}

}  // namespace parcours

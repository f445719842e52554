#include "base/text.h"

#include <algorithm>
#include <cassert>

#include "base/dates.h"
#include "base/number.h"
#include "base/quotes.h"

namespace parcours {
namespace {

const CatalogueEntry* find_entry(std::string_view key) {
  const auto& all = catalogue();
  auto at = std::lower_bound(all.begin(), all.end(), key, [](const CatalogueEntry& e, std::string_view k) { return e.key < k; });
  return at != all.end() && at->key == key ? &*at : nullptr;
}

const Arg* find_arg(const Message& message, std::string_view name) {
  for (const auto& [key, arg] : message.args)
    if (key == name) return &arg;
  return nullptr;
}

std::string show(const Arg& arg, Lang lang) {
  if (const auto* s = std::get_if<std::string>(&arg)) return *s;
  if (const auto* i = std::get_if<std::int64_t>(&arg)) return show_count(*i, lang);
  if (const auto* d = std::get_if<double>(&arg)) return show_number(*d, lang);
  if (const auto* p = std::get_if<Percent>(&arg)) return show_percent(p->share, lang);
  if (const auto* date = std::get_if<Date>(&arg)) return show_date(*date, lang);
  if (const auto* t = std::get_if<LocalText>(&arg)) return t->in(lang);
  return render(std::get<std::vector<Message>>(arg).at(0), lang);
}

bool is_singular(const Arg& arg, Lang lang) {
  double n = 0;
  if (const auto* i = std::get_if<std::int64_t>(&arg)) n = static_cast<double>(*i);
  if (const auto* d = std::get_if<double>(&arg)) n = *d;
  return lang == Lang::fr ? n < 2 && n > -2 : n == 1;
}

// What stands between the braces: `name` or `name|one|many`.
std::string fill(std::string_view slot, const Message& message, Lang lang) {
  const auto bar = slot.find('|');
  const auto* arg = find_arg(message, slot.substr(0, bar));
  if (!arg) return "{" + std::string(slot) + "}";
  if (bar == std::string_view::npos) return show(*arg, lang);
  const auto second = slot.find('|', bar + 1);
  assert(second != std::string_view::npos);
  return std::string(is_singular(*arg, lang) ? slot.substr(bar + 1, second - bar - 1) : slot.substr(second + 1));
}

}  // namespace

std::string_view code_of(Lang lang) { return lang == Lang::fr ? "fr" : "en"; }

Message msg(std::string_view key, std::vector<std::pair<std::string, Arg>> args) { return {std::string(key), std::move(args)}; }

Arg nested(Message message) { return std::vector<Message>{std::move(message)}; }

bool has_text(std::string_view key) { return find_entry(key) != nullptr; }

std::string render(const Message& message, Lang lang) {
  const auto* entry = find_entry(message.key);
  if (!entry) return message.key;
  const std::string_view pattern = lang == Lang::fr ? entry->fr : entry->en;
  std::string out;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const char c = pattern[i];
    if ((c == '{' || c == '}') && i + 1 < pattern.size() && pattern[i + 1] == c) {
      out += c;
      ++i;
    } else if (const auto close = c == '{' ? pattern.find('}', i) : std::string_view::npos; close != std::string_view::npos) {
      out += within_quotes(pattern.substr(0, i), fill(pattern.substr(i + 1, close - i - 1), message, lang));
      i = close;
    } else {
      out += c;
    }
  }
  return out;
}

std::string text(std::string_view key, Lang lang) { return render(msg(key), lang); }

const std::string& LocalText::in(Lang lang) const {
  const std::string& wanted = lang == Lang::fr ? fr : en;
  if (!wanted.empty()) return wanted;
  if (!plain.empty()) return plain;
  return lang == Lang::fr ? en : fr;
}

}  // namespace parcours

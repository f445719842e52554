// Every sentence a person sees, in both languages. Texts live in text/*.txt, one file per room; code names them by key.
//
//   Message m = msg("import.unknown_column", {{"name", "mail"}, {"columns", "email, date"}});
//   render(m, Lang::fr);
//
// In a text, `{name}` is replaced by the argument, and `{n|client|clients}` chooses the word by the number n
// (French: one form below 2; English: one form at exactly 1). `{{` and `}}` stand for braces.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/time.h"

namespace parcours {

enum class Lang { fr, en };

std::string_view code_of(Lang lang);  // "fr" | "en"

// A text written by an author, in one or more languages: `name: Panier` or `name: {fr: Panier, en: Cart}`.
struct LocalText {
  std::string plain;  // given without a language
  std::string fr, en;

  bool empty() const { return plain.empty() && fr.empty() && en.empty(); }
  // The text in that language, else the plain one, else the other language's.
  const std::string& in(Lang lang) const;
  bool operator==(const LocalText&) const = default;
};

struct Message;

// A figure that a sentence shows as a share: 0.124 -> "12.4%" / "12,4 %".
struct Percent {
  double share = 0;
};

// An argument of a text. Numbers and dates are written the way of the language; an author's text is shown in it; a vector holds one nested message.
using Arg = std::variant<std::string, std::int64_t, double, Percent, Date, LocalText, std::vector<Message>>;

struct Message {
  std::string key;
  std::vector<std::pair<std::string, Arg>> args;
};

// REQUIRES: `key` is in the catalogue (a test reads every call). Write the key as a literal.
Message msg(std::string_view key, std::vector<std::pair<std::string, Arg>> args = {});

// A message as an argument of another one.
Arg nested(Message message);

std::string render(const Message& message, Lang lang);

// The bare text of a key; what render() gives for a message without arguments.
std::string text(std::string_view key, Lang lang);

// True when the catalogue has the key: for keys made from data, such as "rule.<code>.title".
bool has_text(std::string_view key);

struct CatalogueEntry {
  std::string_view key, fr, en;
};

// All entries, sorted by key. Generated from text/*.txt at build time.
const std::vector<CatalogueEntry>& catalogue();

}  // namespace parcours

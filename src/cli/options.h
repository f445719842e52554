// What a command takes, declared once: the parser, the help, the man page and docs/commands all come from it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace parcours {

// An option or argument as help shows it.
struct OptionInfo {
  std::string names;        // "--since", "-o,--output"; empty for an argument
  std::string placeholder;  // "DATE"; empty for a flag
  std::string help_key;     // of the catalogue
  bool required = false;    // arguments
  bool many = false;        // may be given several times
};

class Options {
 public:
  Options();
  ~Options();
  Options(Options&&) noexcept;

  // The targets must outlive parse(). `names` as CLI11 takes them: "--json", "-o,--output".
  void flag(std::string_view names, std::string_view help_key, bool& to);
  void value(std::string_view names, std::string_view placeholder, std::string_view help_key, std::optional<std::string>& to);
  void values(std::string_view names, std::string_view placeholder, std::string_view help_key, std::vector<std::string>& to);
  // At least 0, or the misuse is told.
  void number(std::string_view names, std::string_view placeholder, std::string_view help_key, std::optional<std::int64_t>& to);
  void argument(std::string_view placeholder, std::string_view help_key, std::string& to);
  void optional_argument(std::string_view placeholder, std::string_view help_key, std::optional<std::string>& to);
  void arguments(std::string_view placeholder, std::string_view help_key, std::vector<std::string>& to, bool required);

  // Fills the targets. Misuse: an unknown option (did you mean), a missing or superfluous argument, a value that is none.
  Outcome parse(const std::vector<std::string>& words);

  const std::vector<OptionInfo>& all() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace parcours

#include "cli/options.h"

#include <algorithm>
#include <charconv>

#include <CLI/CLI.hpp>

#include "base/suggest.h"
#include "cli/help.h"

namespace parcours {
namespace {

// Thrown through the library, caught in parse().
struct BadNumber {
  std::string option, text;
};

LocalText argument_name(const std::string& placeholder) { return {"", placeholder_in(placeholder, Lang::fr), placeholder_in(placeholder, Lang::en)}; }

}  // namespace

struct Options::Impl {
  CLI::App app;
  std::vector<OptionInfo> all;

  std::vector<std::string> long_names() const {
    std::vector<std::string> names;
    for (const auto& option : all)
      for (const auto& name : CLI::detail::split(option.names, ',')) names.push_back(name);
    return names;
  }

  Failure unknown(const std::string& word) const {
    const std::string name = word.substr(0, word.find('='));
    const auto meant = nearest(name, long_names());
    if (word.starts_with('-') && meant) return misuse(msg("cli.unknown_option", {{"name", name}}), msg("cli.did_you_mean", {{"name", *meant}}));
    if (word.starts_with('-')) return misuse(msg("cli.unknown_option", {{"name", name}}), msg("cli.see_help"));
    return misuse(msg("cli.too_many", {{"word", word}}), msg("cli.see_help"));
  }

  // An option that takes one value, given without one or more than once.
  Failure wrong_count(const std::string& name) const {
    const auto* option = app.get_option_no_throw(name);
    const bool twice = option && option->results().size() > 1;
    return twice ? misuse(msg("cli.given_twice", {{"option", name}}), msg("cli.given_twice_hint"))
                 : misuse(msg("cli.missing_value", {{"option", name}}), msg("cli.see_help"));
  }

  Failure missing() const {
    for (const auto& option : all)
      if (option.required && app.get_option(option.placeholder)->count() == 0)
        return misuse(msg("cli.missing_argument", {{"name", argument_name(option.placeholder)}}), msg("cli.see_help"));
    return misuse(msg("cli.bad_usage"), msg("cli.see_help"));
  }
};

Options::Options() : impl_(std::make_unique<Impl>()) { impl_->app.set_help_flag(); }
Options::~Options() = default;
Options::Options(Options&&) noexcept = default;

void Options::flag(std::string_view names, std::string_view help_key, bool& to) {
  impl_->app.add_flag(std::string(names), to);
  impl_->all.push_back({std::string(names), "", std::string(help_key)});
}

void Options::value(std::string_view names, std::string_view placeholder, std::string_view help_key, std::optional<std::string>& to) {
  impl_->app.add_option(std::string(names), to);
  impl_->all.push_back({std::string(names), std::string(placeholder), std::string(help_key)});
}

void Options::values(std::string_view names, std::string_view placeholder, std::string_view help_key, std::vector<std::string>& to) {
  impl_->app.add_option(std::string(names), to)->allow_extra_args(false);
  impl_->all.push_back({std::string(names), std::string(placeholder), std::string(help_key), false, true});
}

void Options::number(std::string_view names, std::string_view placeholder, std::string_view help_key, std::optional<std::int64_t>& to) {
  const std::string shown = std::string(names.substr(names.rfind(',') + 1));
  impl_->app.add_option_function<std::string>(std::string(names), [&to, shown](const std::string& text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number < 0) throw BadNumber{shown, text};
    to = number;
  });
  impl_->all.push_back({std::string(names), std::string(placeholder), std::string(help_key)});
}

void Options::argument(std::string_view placeholder, std::string_view help_key, std::string& to) {
  impl_->app.add_option(std::string(placeholder), to)->required();
  impl_->all.push_back({"", std::string(placeholder), std::string(help_key), true});
}

void Options::optional_argument(std::string_view placeholder, std::string_view help_key, std::optional<std::string>& to) {
  impl_->app.add_option(std::string(placeholder), to);
  impl_->all.push_back({"", std::string(placeholder), std::string(help_key)});
}

void Options::arguments(std::string_view placeholder, std::string_view help_key, std::vector<std::string>& to, bool required) {
  auto* option = impl_->app.add_option(std::string(placeholder), to);
  if (required) option->required();
  impl_->all.push_back({"", std::string(placeholder), std::string(help_key), required, true});
}

Outcome Options::parse(const std::vector<std::string>& words) {
  std::vector<std::string> reversed(words.rbegin(), words.rend());
  try {
    impl_->app.parse(reversed);
    return Done{};
  } catch (const CLI::ExtrasError&) {
    return impl_->unknown(impl_->app.remaining().empty() ? "" : impl_->app.remaining().front());
  } catch (const BadNumber& bad) {
    return misuse(msg("cli.bad_option_value", {{"option", bad.option}, {"text", bad.text}}), msg("cli.number_hint"));
  } catch (const CLI::ArgumentMismatch& error) {
    return impl_->wrong_count(CLI::detail::split(error.what(), ':').front());
  } catch (const CLI::RequiredError&) { return impl_->missing(); } catch (const CLI::Error& error) {
    return misuse(msg("cli.bad_value", {{"what", std::string(error.what())}}), msg("cli.see_help"));
  }
}

const std::vector<OptionInfo>& Options::all() const { return impl_->all; }

}  // namespace parcours

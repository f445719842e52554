// A value, or the reason there is none. For what the user or the world did wrong; a bug asserts instead.
#pragma once

#include <cassert>
#include <concepts>
#include <optional>
#include <utility>
#include <variant>

#include "base/diagnostic.h"

namespace parcours {

// misuse: the person asked for something that cannot be (exit code 2). failure: the world did not oblige (exit code 3).
enum class FailureKind { misuse, failure };

struct Failure {
  FailureKind kind = FailureKind::failure;
  Diagnostic what;
};

inline Failure misuse(Message message, std::optional<Message> hint = {}) {
  return {FailureKind::misuse, Diagnostic{Severity::error, "misuse", std::move(message), std::move(hint), {}}};
}
inline Failure failure(Message message, std::optional<Message> hint = {}) {
  return {FailureKind::failure, Diagnostic{Severity::error, "failure", std::move(message), std::move(hint), {}}};
}

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Failure failure) : state_(std::in_place_index<1>, std::move(failure)) {}

  bool ok() const { return state_.index() == 0; }
  // Not of a Result<bool>: its bool would be taken for the value.
  explicit operator bool() const requires(!std::same_as<T, bool>) { return ok(); }

  // REQUIRES: ok()
  T& value() & {
    assert(ok());
    return std::get<0>(state_);
  }
  const T& value() const& {
    assert(ok());
    return std::get<0>(state_);
  }
  T&& value() && {
    assert(ok());
    return std::get<0>(std::move(state_));
  }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  // REQUIRES: !ok()
  const Failure& failure() const {
    assert(!ok());
    return std::get<1>(state_);
  }

 private:
  std::variant<T, Failure> state_;
};

struct Done {};
using Outcome = Result<Done>;  // for actions that give nothing back: `return Done{};`

}  // namespace parcours

// Leaves the enclosing function with the failure, if there is one. `PARCOURS_TRY(auto rows, read(file));`
#define PARCOURS_CONCAT_(a, b) a##b
#define PARCOURS_CONCAT(a, b) PARCOURS_CONCAT_(a, b)
#define PARCOURS_TRY_(tmp, target, ...) \
  auto tmp = (__VA_ARGS__);             \
  if (!tmp.ok()) return tmp.failure();  \
  target = std::move(tmp).value()
#define PARCOURS_TRY(target, ...) PARCOURS_TRY_(PARCOURS_CONCAT(try_result_, __LINE__), target, __VA_ARGS__)
#define PARCOURS_CHECK(...)                                                                   \
  do {                                                                                        \
    if (auto check_result = (__VA_ARGS__); !check_result.ok()) return check_result.failure(); \
  } while (false)

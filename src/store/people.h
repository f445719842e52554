// Which identities are one customer: the links of the catalogue resolved. docs/decisions/link-resolution.md.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/dictionary.h"
#include "store/catalogue.h"

namespace parcours {

struct JoinRules {
  int join_limit = 10;
  std::vector<std::string> blocked_values;  // besides the shipped ones
};

enum class LinkState : std::uint8_t { joins, blocked_value, over_limit };

// True for texts that stand for nobody: "", "null", "0", "unknown", "test" … whatever their case, with blanks around or not.
bool is_blocked_value(std::string_view text, const JoinRules& rules);

// The outcome does not depend on the order of the links.
class People {
 public:
  People() = default;
  People(const std::vector<StoredLink>& links, const JoinRules& rules);

  // The person's name among his identities: the smallest by bytes. An identity that nothing joins is its own.
  const std::string& customer_of(const std::string& identity) const;
  // All identities of that person, sorted; the identity itself when nothing joins it.
  std::vector<std::string> identities_of(const std::string& identity) const;
  // For each link given, in the same order.
  const std::vector<LinkState>& states() const { return states_; }
  // (identity, customer) for every identity whose customer has another name, sorted by identity.
  std::vector<std::pair<std::string, std::string>> renamed() const;
  bool joins_anyone() const { return joins_anyone_; }

 private:
  std::uint32_t root_of(std::uint32_t code);
  void join(std::uint32_t a, std::uint32_t b);

  Dictionary texts_;
  std::vector<std::uint32_t> parent_;    // by code; after construction: the root
  std::vector<std::uint32_t> smallest_;  // by root: the code of the smallest text
  std::vector<LinkState> states_;
  bool joins_anyone_ = false;
};

}  // namespace parcours

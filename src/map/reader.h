// Collects what the reading of one file finds: complaints, and the ids it declares and refers to.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "map/complaints.h"
#include "map/yaml_tree.h"

namespace parcours {

// What an id names. `anything`: a stage, touchpoint, friction or action.
enum class IdKind { stage, touchpoint, friction, action, persona, channel, stakeholder, lane, anything };

class Reader {
 public:
  Reader(const YamlTree& tree, Complaints& out) : tree_(tree), out_(out) {}

  const YamlTree& tree() const { return tree_; }

  void complain(const YamlNode& at, std::string code, Message message, std::optional<Message> hint = {}, Severity severity = Severity::error);
  // At the node's key, or what stands for it.
  void complain_at_handle(const YamlNode& at, std::string code, Message message, std::optional<Message> hint = {},
                          Severity severity = Severity::error);
  // "`emotion` should be a number from -2 to 2, not a list".
  void wrong_type(const YamlNode& at, Message expected, std::optional<Message> hint = {});

  void declare(IdKind kind, const YamlNode& at) { declared_.push_back({kind, tree_.index_of(at)}); }
  void refer(IdKind kind, const YamlNode& at) { referred_.push_back({kind, tree_.index_of(at)}); }
  std::size_t problems() const { return out_.count(); }
  bool full() const { return out_.full(); }  // further problems are only counted
  // Complains of ids declared twice and of references to nothing.
  void check_ids();

 private:
  struct Mention {
    IdKind kind;
    int node;
  };
  void complain_of_reference(IdKind wanted, const YamlNode& node);

  const YamlTree& tree_;
  Complaints& out_;
  std::vector<Mention> declared_, referred_;
};

// The nearest candidate as a hint: "did you mean `x`?". Nothing when none is near.
std::optional<Message> did_you_mean(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace parcours

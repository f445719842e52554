// What a person types for a step of a funnel or a filter, and the same written back. docs/formats/questions.md "Steps and filters".
//
//   STEP    NAME[,NAME…]         any of the names; each may have its own filters: 'cart,add_to_cart[platform=mobile,value>=10]'
//   NAME    an event's name, `*` for any run of characters; with a map, a touchpoint's id
//   FILTER  field=a  field=a|b  field!=a  field~pat*  field!~pat*  field>=1  field<=9  field (is there)  !field (is not there)
//   \ takes the next character as it is: `,` `[` `]` `|` `*` `\` and the signs of a filter.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/rule.h"
#include "questions/scope.h"

namespace parcours {

struct StepName {
  std::string name;
  bool is_pattern = false;  // an unescaped `*` stands in it
  std::vector<FieldCondition> where;
  std::size_t begin = 0, end = 0;  // bytes of the name in the text, for complaints about it
};

// Misuse comes with line 1 and a column: render(failure.what, text, lang) shows the caret.
Result<std::vector<StepName>> parse_step_names(std::string_view text);
// The step named by the text as typed, its names read as names of events.
Result<Step> parse_step(std::string_view text);
// The FIELD=VALUE of --where: one filter; `,` `[` and `]` are ordinary here.
Result<FieldCondition> parse_where(std::string_view text);

// A complaint about a name in the text, with its place: an unknown touchpoint, say.
Failure complaint_at(std::string_view text, const StepName& name, Message message, std::optional<Message> hint = {});

// The rule with further conditions that must hold too.
Rule narrowed(const Rule& rule, const std::vector<FieldCondition>& where);

// As the parser reads it back: `platform=mobile`, `value>=10`; a test between two bounds gives two filters.
std::string show_filter(const FieldCondition& condition);
std::string show_rule(const Rule& rule);

}  // namespace parcours

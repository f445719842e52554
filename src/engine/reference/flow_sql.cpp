// Flow and variants.
#include <algorithm>

#include "base/json.h"
#include "engine/reference/questions_sql.h"
#include "engine/reference/rule_sql.h"
#include "questions/statistics.h"
#include "sql/database.h"

namespace parcours {
namespace {

// NULL: the event is at no node.
std::string node_sql(NodesAre nodes, const std::vector<Step>& steps) {
  switch (nodes) {
    case NodesAre::event: return "event";
    case NodesAre::channel: return "coalesce(channel, '')";
    case NodesAre::source: return "coalesce(source, '')";
    case NodesAre::steps: break;
  }
  std::string out = "CASE";
  for (const auto& step : steps) out += "\n      WHEN " + rule_sql(step.rule) + " THEN " + sql_text(step.name);
  return steps.empty() ? "NULL::VARCHAR" : out + " END";
}

// ended: unit, and whether it may still go on. nodes: unit, pos, node, starts, and the node and time just before within the unit.
Script nodes_script(const ReferenceLog& log, const Scope& scope, NodesAre nodes, const std::vector<Step>& steps) {
  Script out = scope_script(log, scope, scope.per, silence_of(scope));
  const std::string open = log.timed ? "(SELECT as_of FROM basis) - max(starts) <= " + std::to_string(silence_of(scope)) : "false";
  out.table("ended", "Whether each unit may still go on.", "SELECT unit, " + open + " AS open FROM scoped GROUP BY unit");
  out.table(
      "nodes", "The node of each event, with the one before it.",
      "SELECT *, lag(node) OVER (PARTITION BY unit ORDER BY pos) AS node_before, lag(starts) OVER (PARTITION BY unit ORDER BY pos) AS starts_before\n"
      "FROM (\n  SELECT unit, pos, starts, " +
          node_sql(nodes, steps) + " AS node FROM scoped\n)\nWHERE node IS NOT NULL");
  return out;
}

}  // namespace

Script script_of(const ReferenceLog& log, const FlowQuestion& question) {
  Script out = nodes_script(log, question.scope, question.nodes, question.steps);
  const std::string merged = question.collapse ? " AND node <> node_before" : "";
  out.result("edges", "Moves from one node to the next.",
             "SELECT node_before AS from_node, node AS to_node, count(DISTINCT unit) AS count, count(*) AS moves, sum(starts - "
             "starts_before)::BIGINT AS total_ms, median(starts - starts_before)::DOUBLE AS median_ms\n"
             "FROM nodes WHERE node_before IS NOT NULL" +
                 merged + " GROUP BY ALL ORDER BY moves DESC, from_node, to_node");
  out.result("starts", "Where units start.",
             "SELECT node, count(*) AS count, 0 AS open FROM nodes WHERE node_before IS NULL GROUP BY node ORDER BY count DESC, node");
  out.result(
      "ends", "Where units end.",
      "SELECT node, count(*) AS count, count(*) FILTER (open) AS open FROM (SELECT unit, arg_max(node, pos) AS node FROM nodes GROUP BY unit)\n"
      "JOIN ended USING (unit) GROUP BY node ORDER BY count DESC, node");
  return out;
}

FlowAnswer answer_of(const ReferenceLog& log, const FlowQuestion&, const Results& results) {
  FlowAnswer answer;
  answer.basis = basis_of(results, log);
  const Rows& edges = results.at("edges");
  for (std::size_t row = 0; row < edges.size(); ++row) {
    FlowEdge edge{edges.text(row, 0), edges.text(row, 1), edges.integer(row, 2), edges.integer(row, 3), {}, {}};
    if (log.timed) {
      edge.mean_s = static_cast<double>(edges.integer(row, 4)) / static_cast<double>(edge.moves) / kSecond;
      edge.median_s = edges.number(row, 5) / kSecond;
    }
    answer.edges.push_back(std::move(edge));
  }
  const auto read_ends = [&](const char* name, std::vector<FlowEnd>& out) {
    const Rows& rows = results.at(name);
    for (std::size_t row = 0; row < rows.size(); ++row) out.push_back({rows.text(row, 0), rows.integer(row, 1), rows.integer(row, 2)});
  };
  read_ends("starts", answer.starts);
  read_ends("ends", answer.ends);
  return answer;
}

Script script_of(const ReferenceLog& log, const VariantsQuestion& question) {
  Script out = nodes_script(log, question.scope, question.nodes, question.steps);
  const std::string merged = question.collapse ? " FILTER (node_before IS NULL OR node <> node_before)" : "";
  const std::string path = "list(node ORDER BY pos)" + merged;
  const std::string cut = question.longest ? path + "[1:" + std::to_string(question.longest) + "]" : path;
  out.table("sequences", "The whole sequence of each unit.",
            "SELECT unit, to_json(" + cut + ")::VARCHAR AS path, max(starts) - min(starts) AS duration FROM nodes GROUP BY unit");
  out.result("variants", "How many have the same one.",
             "SELECT path, count(*) AS count, count(*) FILTER (open) AS open FROM sequences JOIN ended USING (unit) GROUP BY path ORDER BY count "
             "DESC, path");
  out.result("durations", "How long they last, in milliseconds.", "SELECT duration FROM sequences ORDER BY duration");
  return out;
}

VariantsAnswer answer_of(const ReferenceLog& log, const VariantsQuestion& question, const Results& results) {
  VariantsAnswer answer;
  answer.basis = basis_of(results, log);
  const Rows& variants = results.at("variants");
  answer.total = static_cast<std::int64_t>(variants.size());
  for (std::size_t row = 0; row < variants.size(); ++row) {
    answer.variants.push_back(
        {Json::parse(variants.text(row, 0)).get<std::vector<std::string>>(), variants.integer(row, 1), variants.integer(row, 2)});
    answer.sequences += variants.integer(row, 1);
  }
  // By names, not by their JSON.
  std::stable_sort(answer.variants.begin(), answer.variants.end(),
                   [](const Variant& a, const Variant& b) { return a.count != b.count ? a.count > b.count : a.path < b.path; });
  if (question.most && answer.variants.size() > question.most) answer.variants.resize(question.most);
  if (!log.timed) return answer;
  std::vector<TimeMs> durations;
  const Rows& rows = results.at("durations");
  for (std::size_t row = 0; row < rows.size(); ++row) durations.push_back(rows.integer(row, 0));
  answer.mean_duration_s = mean_s(durations);
  answer.median_duration_s = median_s(durations);
  return answer;
}

}  // namespace parcours

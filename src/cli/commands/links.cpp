#include <charconv>
#include <ostream>
#include <set>

#include "base/letters.h"
#include "cli/commands/commands.h"
#include "events/link_file.h"

namespace parcours {
namespace {

constexpr std::string_view kOfFile = "file ", kOfImport = "import ";  // as the catalogue keeps origins

Message origin_words(const std::string& origin) {
  if (origin.starts_with(kOfFile)) return msg("links.origin.file", {{"name", origin.substr(kOfFile.size())}});
  if (origin.starts_with(kOfImport)) return msg("links.origin.import", {{"id", origin.substr(kOfImport.size())}});
  return msg("links.origin.other", {{"origin", origin}});
}

// Who has events, by the name of the person.
class Known {
 public:
  static Result<Known> in(Store& store) {
    PARCOURS_TRY(const Scan scan, store.scan({.values = false}));
    Known known;
    const std::set<std::uint32_t> codes(scan.events.customer.codes.begin(), scan.events.customer.codes.end());
    for (const std::uint32_t code : codes) known.names_.insert(scan.events.customer.texts.at(code));
    return known;
  }
  std::int64_t customers() const { return static_cast<std::int64_t>(names_.size()); }
  Result<bool> has(Store& store, const std::string& identity) const {
    PARCOURS_TRY(const auto identities, store.identities_of(identity));
    return names_.contains(identities.front());
  }

 private:
  std::set<std::string> names_;
};

class LinkCommand final : public Command {
 public:
  void declare(Options& options) override { options.argument("FILE", "link.file", file_); }

  Result<int> run(Session& session) override {
    PARCOURS_TRY(auto workspace, session.workspace());
    PARCOURS_TRY(Store* const store, workspace.store());
    PARCOURS_TRY(const auto links, read_links(session.doors.inputs, file_));
    PARCOURS_TRY(const Known before, Known::in(*store));
    PARCOURS_TRY(const auto added, store->add_links(links.pairs, std::string(kOfFile) + file_name(file_)));
    PARCOURS_TRY(const Known after, Known::in(*store));
    PARCOURS_TRY(const auto strangers, strangers_in(*store, links, after));
    const auto rejected = static_cast<std::int64_t>(links.rejects.size());
    if (session.json) {
      session.print({{"version", 1},
                     {"rows", links.rows},
                     {"added", added},
                     {"rejected", rejected},
                     {"unknown", strangers.size()},
                     {"customers", {{"before", before.customers()}, {"after", after.customers()}}}});
      return kExitFine;
    }
    for (const auto& reject : links.rejects) session.err << file_ << ":" << reject.line << ": " << render(reject.reason, session.lang) << "\n";
    session.say(
        msg("link.done", {{"rows", static_cast<std::int64_t>(links.rows)}, {"added", static_cast<std::int64_t>(added)}, {"rejected", rejected}}));
    if (after.customers() > 0) session.say(msg("link.achieved", {{"before", before.customers()}, {"after", after.customers()}}));
    if (!strangers.empty() && after.customers() > 0)
      session.complain(
          {Severity::warning,
           "unknown-identities",
           msg("link.unknown",
               {{"n", static_cast<std::int64_t>(strangers.size())}, {"left", strangers.front().first}, {"right", strangers.front().second}}),
           msg("link.unknown.hint"),
           {}});
    return kExitFine;
  }

 private:
  using Pair = std::pair<std::string, std::string>;

  // The pairs of which neither side is anybody with events, even by way of other links.
  static Result<std::vector<Pair>> strangers_in(Store& store, const LinkFile& links, const Known& known) {
    std::vector<Pair> strangers;
    for (const auto& [left, right] : links.pairs) {
      PARCOURS_TRY(const bool has_left, known.has(store, left));
      PARCOURS_TRY(const bool has_right, known.has(store, right));
      if (!has_left && !has_right) strangers.emplace_back(left, right);
    }
    return strangers;
  }

  std::string file_;
};

class LinksCommand final : public Command {
 public:
  void declare(Options&) override {}

  Result<int> run(Session& session) override {
    PARCOURS_TRY(auto workspace, session.workspace());
    PARCOURS_TRY(Store* const store, workspace.store());
    PARCOURS_TRY(const auto links, store->links());
    Json json = {{"version", 1}, {"links", Json::array()}};
    for (const auto& link : links)
      json["links"].push_back({{"id", link.id},
                               {"left", link.left},
                               {"right", link.right},
                               {"origin", link.origin},
                               {"at", show_instant(link.at, workspace.zone())},
                               {"blocked", link.blocked}});
    if (session.json) return session.print(json), kExitFine;
    if (links.empty()) session.say(msg("links.none"));
    for (const auto& link : links)
      session.out << link.id << "  " << on_a_line(link.left + " = " + link.right + "  (" + render(origin_words(link.origin), session.lang) + ")")
                  << (link.blocked.empty() ? "" : "  " + text("links.blocked." + link.blocked, session.lang)) << "\n";
    return kExitFine;
  }
};

class UnlinkCommand final : public Command {
 public:
  void declare(Options& options) override { options.argument("ID", "unlink.id", id_); }

  Result<int> run(Session& session) override {
    std::int64_t id = 0;
    const auto [end, error] = std::from_chars(id_.data(), id_.data() + id_.size(), id);
    if (error != std::errc{} || end != id_.data() + id_.size()) return misuse(msg("cli.not_a_number", {{"text", id_}}), msg("unlink.hint"));
    PARCOURS_TRY(auto workspace, session.workspace());
    PARCOURS_TRY(Store* const store, workspace.store());
    PARCOURS_CHECK(store->unlink(id));
    if (session.json) session.print({{"version", 1}, {"removed", id}});
    else session.say(msg("unlink.done", {{"id", std::to_string(id)}}));
    return kExitFine;
  }

 private:
  std::string id_;
};

}  // namespace

const CommandInfo kLink{"link", make_command<LinkCommand>};
const CommandInfo kLinks{"links", make_command<LinksCommand>};
const CommandInfo kUnlink{"unlink", make_command<UnlinkCommand>};

}  // namespace parcours

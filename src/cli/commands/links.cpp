#include <charconv>
#include <ostream>

#include "cli/commands/commands.h"
#include "events/link_file.h"

namespace parcours {
namespace {

class LinkCommand final : public Command {
 public:
  void declare(Options& options) override { options.argument("FILE", "link.file", file_); }

  Result<int> run(Session& session) override {
    PARCOURS_TRY(auto workspace, session.workspace());
    PARCOURS_TRY(Store* const store, workspace.store());
    PARCOURS_TRY(const auto links, read_links(session.doors.inputs, file_));
    PARCOURS_TRY(const auto added, store->add_links(links.pairs, "file " + file_name(file_)));
    const auto rejected = static_cast<std::int64_t>(links.rejects.size());
    if (session.json) {
      session.print({{"version", 1}, {"rows", links.rows}, {"added", added}, {"rejected", rejected}});
      return kExitFine;
    }
    for (const auto& reject : links.rejects) session.err << file_ << ":" << reject.line << ": " << render(reject.reason, session.lang) << "\n";
    session.say(
        msg("link.done", {{"rows", static_cast<std::int64_t>(links.rows)}, {"added", static_cast<std::int64_t>(added)}, {"rejected", rejected}}));
    return kExitFine;
  }

 private:
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
      session.out << link.id << "  " << link.left << " = " << link.right << "  (" << link.origin << ")"
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
    else session.say(msg("unlink.done", {{"id", id}}));
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

#include <array>
#include <filesystem>

#include <spawn.h>

#include "app/templates.h"
#include "cli/commands/commands.h"
#include "map/workspace_files.h"
#include "server/listen.h"
#include "server/studio_files.h"

extern char** environ;

namespace parcours {
namespace {

constexpr std::int64_t kUsualPort = 8787, kLargestPort = 65535;

// In the person's own browser; without one nothing happens, and the address is on the screen.
void open_browser(const std::string& url) {
  std::string program = "xdg-open", address = url;
  std::array<char*, 3> words = {program.data(), address.data(), nullptr};
  pid_t child = 0;
  posix_spawnp(&child, program.c_str(), nullptr, nullptr, words.data(), environ);
}

std::string whole_path(const std::string& folder) {
  std::error_code error;
  const auto path = std::filesystem::weakly_canonical(folder, error);
  return error ? folder : path.string();
}

class ServeCommand final : public Command {
 public:
  void declare(Options& options) override {
    options.arguments("DIR", "serve.folders", named_, false);
    options.number("--port", "PORT", "serve.port", port_);
    options.flag("--no-open", "serve.no_open", no_open_);
    options.flag("--accounts", "serve.accounts", accounts_);
    options.value("--listen", "ADDRESS", "serve.listen", listen_);
    options.value("--public", "URL", "serve.public", public_);
  }

  Result<int> run(Session& session) override {
    const std::int64_t port = port_.value_or(kUsualPort);
    if (port > kLargestPort)
      return misuse(msg("cli.bad_option_value", {{"option", "--port"}, {"text", std::to_string(port)}}), msg("serve.port_hint"));
    const ListenAt at{listen_.value_or("127.0.0.1"), static_cast<std::uint16_t>(port)};
    PARCOURS_TRY(const std::string elsewhere, checked_reach(at.address));
    PARCOURS_TRY(const auto folders, checked_folders(session));
    const auto open = [&](std::uint16_t taken) -> Result<std::unique_ptr<Service>> {
      Serving serving{folders, {taken, elsewhere}};
      if (wants_accounts(session, folders.front())) {
        PARCOURS_TRY(serving.access, Access::open(folders.front(), session.doors, serving.reach.is_secure(), taken));
      }
      tell(session, serving);
      return std::make_unique<Service>(std::move(serving), session.doors);
    };
    PARCOURS_CHECK(listen(at, {}, session.stopped, open));
    if (!session.json) session.say(msg("serve.stopped"));
    return kExitFine;
  }

 private:
  // Beyond this machine one must know by which address, so that no foreign page gets in by another.
  Result<std::string> checked_reach(const std::string& address) const {
    const auto loopback = is_loopback(address);
    if (!loopback) return misuse(msg("cli.bad_option_value", {{"option", "--listen"}, {"text", address}}), msg("serve.listen_hint"));
    if (!public_ && !*loopback) return misuse(msg("serve.needs_public", {{"address", address}}), msg("serve.public_hint"));
    if (!public_) return std::string();
    const auto elsewhere = elsewhere_of(*public_);
    if (!elsewhere) return misuse(msg("cli.bad_option_value", {{"option", "--public"}, {"text", *public_}}), msg("serve.public_hint"));
    return *elsewhere;
  }

  // Each is a workspace; the first keeps the accounts, so none of the others may have some of its own.
  Result<std::vector<std::string>> checked_folders(Session& session) const {
    std::vector<std::string> folders;
    for (const std::string& named : named_.empty() ? std::vector{session.folder} : named_) {
      PARCOURS_TRY(const std::string folder, checked_folder(session, named));
      folders.push_back(whole_path(folder));
      if (folders.size() > 1 && Access::has_accounts(session.doors.files, folders.back()))
        return misuse(msg("serve.accounts_elsewhere", {{"folder", named}}), msg("serve.accounts_elsewhere.hint"));
    }
    return folders;
  }

  // What is wrong with its settings is told, and does not keep it, nor the others, from being served: the studio says it too, until it is mended.
  static Result<std::string> checked_folder(Session& session, const std::string& named) {
    Files& files = session.doors.files;
    const auto root = find_workspace(files, named);
    if (!root) return made_workspace(session, named);
    PARCOURS_TRY(const std::string text, files.read(join_path(*root, kSettingsFile), kMaxMapBytes));
    const SettingsFile settings = parse_settings(join_path(*root, kSettingsFile), text);
    for (const Diagnostic& diagnostic : settings.diagnostics) session.complain(diagnostic, text);
    if (!Workspace::open(*root, session.doors).ok()) session.note(msg("serve.broken_workspace", {{"folder", named}}));
    return *root;
  }

  // In a folder with nothing in it one begins in the studio.
  static Result<std::string> made_workspace(Session& session, const std::string& folder) {
    Files& files = session.doors.files;
    if (!files.is_folder(folder) || !files.list(folder).empty())
      return misuse(msg("app.no_workspace", {{"folder", folder}}), msg("serve.no_workspace.hint"));
    PARCOURS_CHECK(write_settings(folder, session.lang, files));
    session.note(msg("serve.made_workspace", {{"folder", folder}}));
    return folder;
  }

  bool wants_accounts(const Session& session, const std::string& folder) const {
    return accounts_ || public_ || Access::has_accounts(session.doors.files, folder);
  }

  void tell(Session& session, const Serving& serving) const {
    const std::string here = "http://127.0.0.1:" + std::to_string(serving.reach.port) + "/";
    const std::string url = serving.reach.elsewhere.empty() ? here : serving.reach.elsewhere + "/";
    const std::string code = serving.access ? serving.access->setup_code() : "";
    if (session.json) {
      Json json = {{"version", 1}, {"url", here}};
      if (url != here) json["public"] = url;
      if (!code.empty()) json["setup_code"] = code;
      session.print(json);
    } else {
      session.say(msg("serve.listening", {{"url", url}}));
      if (!code.empty()) session.say(msg("serve.set_up", {{"code", code}}));
      if (!serving.reach.elsewhere.empty() && !serving.reach.is_secure()) session.note(msg("serve.in_the_clear"));
    }
    session.out.flush();
    if (studio_files().empty()) session.note(msg("server.no_studio"));
    else if (!no_open_ && session.out_is_terminal) open_browser(url);
  }

  std::vector<std::string> named_;
  std::optional<std::int64_t> port_;
  std::optional<std::string> listen_, public_;
  bool no_open_ = false, accounts_ = false;
};

}  // namespace

const CommandInfo kServe{"serve", make_command<ServeCommand>};

}  // namespace parcours

#include <array>

#include <spawn.h>

#include "cli/commands/commands.h"
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

class ServeCommand final : public Command {
 public:
  void declare(Options& options) override {
    options.number("--port", "PORT", "serve.port", port_);
    options.flag("--no-open", "serve.no_open", no_open_);
  }

  Result<int> run(Session& session) override {
    const std::int64_t port = port_.value_or(kUsualPort);
    if (port > kLargestPort)
      return misuse(msg("cli.bad_option_value", {{"option", "--port"}, {"text", std::to_string(port)}}), msg("serve.port_hint"));
    PARCOURS_TRY(const auto workspace, session.workspace());
    const auto ready = [&](std::uint16_t taken) { tell(session, taken); };
    PARCOURS_CHECK(listen(workspace.folder(), session.doors, static_cast<std::uint16_t>(port), {}, session.stopped, ready));
    if (!session.json) session.say(msg("serve.stopped"));
    return kExitFine;
  }

 private:
  void tell(Session& session, std::uint16_t port) const {
    const std::string url = "http://127.0.0.1:" + std::to_string(port) + "/";
    if (session.json) session.print({{"version", 1}, {"url", url}});
    else session.say(msg("serve.listening", {{"url", url}}));
    session.out.flush();
    if (studio_files().empty()) session.note(msg("server.no_studio"));
    else if (!no_open_ && session.out_is_terminal) open_browser(url);
  }

  std::optional<std::int64_t> port_;
  bool no_open_ = false;
};

}  // namespace

const CommandInfo kServe{"serve", make_command<ServeCommand>};

}  // namespace parcours

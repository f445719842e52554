#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <iostream>
#include <utility>

#include <unistd.h>

#include "cli/command.h"

namespace {

std::atomic<bool> g_stopped = false;

// The first Ctrl-C asks for a clean end, the second ends at once.
void stop(int signal) {
  if (g_stopped.exchange(true)) std::_Exit(128 + signal);
}

// What waits in the system (a pipe that nobody writes to) is woken, not begun again.
void stop_on(int signal) {
  struct sigaction action {};
  action.sa_handler = stop;
  sigaction(signal, &action, nullptr);
}

parcours::Lang system_language() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value && *value) return std::string_view(value).starts_with("fr") ? parcours::Lang::fr : parcours::Lang::en;
  }
  return parcours::Lang::en;
}

// A system without a list of its fonts gets the one that was unpacked with the program.
void find_fonts() {
  std::error_code none;
  if (std::getenv("FONTCONFIG_FILE") || std::filesystem::exists("/etc/fonts/fonts.conf", none)) return;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", none);
  const auto list = program.parent_path().parent_path() / "share/parcours/fonts.conf";
  if (std::filesystem::exists(list, none)) setenv("FONTCONFIG_FILE", list.c_str(), 0);
}

}  // namespace

int main(int argc, char** argv) {
  stop_on(SIGINT);
  stop_on(SIGTERM);
  find_fonts();
  std::ios::sync_with_stdio(false);
  parcours::DiskFiles files;
  parcours::SystemClock clock;
  parcours::DiskInputs inputs(&g_stopped);
  parcours::Session session{{files, clock, inputs},
                            std::cin,
                            std::cout,
                            std::cerr,
                            ".",
                            system_language(),
                            false,
                            false,
                            false,
                            isatty(STDERR_FILENO) && isatty(STDIN_FILENO),
                            g_stopped};
  const int code = parcours::run_command_line({argv + 1, argv + argc}, std::move(session));
  std::cout.flush();
  if (std::cout.good()) return code;
  const auto why = parcours::msg("cli.no_output", {{"reason", std::string(std::strerror(errno))}});
  std::cerr << parcours::render(parcours::Diagnostic{parcours::Severity::error, "", why, {}, {}}, "", system_language());
  return parcours::kExitFailure;
}

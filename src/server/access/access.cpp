#include "server/access/access.h"

#include "base/secret.h"
#include "server/access/access_file.h"

namespace parcours {
namespace {

// Eight letters and figures that are not taken for one another, in two groups: "K7QF-2M9D".
std::string new_setup_code() {
  static constexpr std::string_view kSigns = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  std::string code;
  for (const char c : random_long_token().substr(0, 8)) {
    if (code.size() == 4) code += '-';
    code += kSigns[static_cast<unsigned char>(c) % kSigns.size()];
  }
  return code;
}

}  // namespace

bool Access::has_accounts(const Files& files, const std::string& folder) { return files.exists(join_path(folder, kAccessFile)); }

Result<std::unique_ptr<Access>> Access::open(const std::string& folder, Doors doors, bool secure, std::uint16_t port) {
  const std::string path = join_path(folder, kAccessFile);
  PARCOURS_CHECK(doors.files.make_folder(parent_of(path)));
  PARCOURS_TRY(Sqlite file, open_access_file(path));
  const std::string cookie = secure ? "__Host-parcours" : "parcours-" + std::to_string(port);
  std::unique_ptr<Access> access(new Access(std::move(file), doors.clock, cookie, secure));
  PARCOURS_TRY(const std::int64_t administrators, access->accounts_.administrators());
  if (administrators == 0) access->setup_code_ = new_setup_code();
  return access;
}

Access::Access(Sqlite file, const Clock& clock, std::string cookie_name, bool secure)
    : file_(std::move(file)),
      clock_(clock),
      cookie_name_(std::move(cookie_name)),
      secure_(secure),
      accounts_(file_, clock),
      sessions_(file_, clock),
      audit_(file_, clock) {}

Result<Visitor> Access::visitor_of(const Request& request, const std::string& workspace, bool in_use) {
  const std::string token = token_of(request);
  if (token.empty()) return Visitor{};
  PARCOURS_TRY(const auto id, sessions_.account_of(token, in_use));
  if (!id) return Visitor{};
  PARCOURS_TRY(const auto account, accounts_.with_id(*id));
  if (!account || account->disabled) return Visitor{};
  return Visitor{VisitorKind::account, account->name, rights_in(*account, workspace), account->id, {}};
}

std::string Access::token_of(const Request& request) const {
  std::string_view cookies = request.field("cookie");
  while (!cookies.empty()) {
    const auto end = std::min(cookies.find(';'), cookies.size());
    const std::string_view one = cookies.substr(0, end);
    if (one.starts_with(cookie_name_) && one.substr(cookie_name_.size()).starts_with("=")) return std::string(one.substr(cookie_name_.size() + 1));
    cookies.remove_prefix(std::min(end + 1, cookies.size()));
    while (cookies.starts_with(' ')) cookies.remove_prefix(1);
  }
  return "";
}

std::string Access::cookie(const std::string& token) const {
  const TimeMs seconds = token.empty() ? 0 : Sessions::kWholeMs / 1000;
  return cookie_name_ + "=" + token + "; Path=/; Max-Age=" + std::to_string(seconds) + "; HttpOnly; SameSite=Strict" + (secure_ ? "; Secure" : "");
}

}  // namespace parcours

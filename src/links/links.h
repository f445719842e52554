// Links that let people in without an account: to one map (share) or into a workshop on it. docs/formats/links.md
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/files.h"
#include "base/time.h"
#include "store/sqlite.h"

namespace parcours {

enum class LinkKind { share, workshop };
std::string_view code_of(LinkKind kind);  // "share" | "workshop"
std::optional<LinkKind> link_kind_of(std::string_view code);

struct LinkWish {
  LinkKind kind = LinkKind::share;
  std::string map, name;
  std::string passcode;            // "": none
  bool figures = false;            // of a share
  std::vector<std::string> teams;  // of a workshop: those one may choose from; none: any
  TimeMs until = 0;                // excluded
};

struct GuestLink {
  std::int64_t id = 0;
  LinkKind kind = LinkKind::share;
  std::string map, name;
  std::string passcode;  // as it is kept; "": none
  bool figures = false;
  std::vector<std::string> teams;
  TimeMs made = 0, until = 0;
  std::optional<TimeMs> revoked;

  bool open(TimeMs now) const { return !revoked && now < until; }
};

struct NewGuestLink {
  GuestLink link;
  std::string token;  // told once
};

// What a try to enter with a passcode came to.
struct Entry {
  bool right = false;
  TimeMs wait = 0;  // too soon: nothing was looked at
};

inline constexpr std::size_t kPasscodeMin = 4, kPasscodeMax = 100, kLinkNameMax = 100, kLinksMax = 200 /* open, of a map */, kTeamsMax = 12,
                             kTeamMax = 40;
inline constexpr TimeMs kLinkSpanMax = 366 * kDay;

// The links of a workspace, .parcours/links.sqlite. Used by one thread at a time; several processes may.
class GuestLinks {
 public:
  // Makes the file, for its owner alone, when it is missing. Failure: it cannot be read or written, or is of a later version.
  static Result<GuestLinks> open(const std::string& workspace_folder);

  // Passcodes are kept and compared slowly, so by who calls; when it fails, nothing has happened.
  using KeepPasscode = std::function<Result<std::string>(const std::string& typed)>;
  using ComparePasscode = std::function<Result<bool>(const std::string& typed, const std::string& kept)>;

  // Misuse: a text or an end that will not do, too many links on a map.
  Result<NewGuestLink> make(const LinkWish& wish, TimeMs now, const KeepPasscode& keep);
  Result<std::vector<GuestLink>> of_map(const std::string& map);  // the last made first
  Result<std::optional<GuestLink>> of_map(const std::string& map, std::int64_t id);
  // Another token for it; the old one leads nowhere.
  Result<std::string> renew(const GuestLink& link);
  Outcome revoke(const GuestLink& link, TimeMs now);

  // The link that a token leads to, while it is open.
  Result<std::optional<GuestLink>> open_at(const std::string& token, TimeMs now);
  Result<Entry> enter(const GuestLink& link, const std::string& passcode, TimeMs now, const ComparePasscode& is);

  Sqlite& database() { return database_; }

 private:
  explicit GuestLinks(Sqlite database) : database_(std::move(database)) {}
  Sqlite database_;
};

// Whether there are any: asking makes nothing.
bool has_links(const std::string& workspace_folder, const Files& files);

// What one who knew the passcode shows from then on: nobody can make it who has not seen what is kept. "" for a link without a passcode.
std::string pass_of(const GuestLink& link, const std::string& token);

}  // namespace parcours

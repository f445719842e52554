#include "app/known_identity.h"

#include "base/private_key.h"
#include "events/identity.h"
#include "events/pseudonyms.h"

namespace parcours {
namespace {

constexpr std::uint64_t kKeyBytesMax = 1024;

std::string key_path(const Workspace& workspace) { return join_path(join_path(workspace.folder(), ".parcours"), "pseudonym.key"); }

Result<bool> has_events(Store& store, const std::string& identity) {
  PARCOURS_TRY(const auto identities, store.identities_of(identity));
  ScanRequest request;
  request.customer = identities.empty() ? identity : identities.front();
  PARCOURS_TRY(const Scan scan, store.scan(request));
  return scan.events.rows() > 0;
}

}  // namespace

Result<std::string> pseudonym_key(const Workspace& workspace) {
  Files& files = workspace.doors().files;
  const std::string path = key_path(workspace);
  PARCOURS_CHECK(files.make_folder(parent_of(path)));
  if (!files.exists(path)) return make_private_key(path);
  PARCOURS_TRY(std::string key, files.read(path, kKeyBytesMax));
  if (key.empty()) return failure(msg("app.empty_key", {{"path", path}}), msg("app.empty_key.hint"));
  return key;
}

Result<std::string> known_identity(Workspace& workspace, const std::string& typed) {
  PARCOURS_TRY(Store* const store, workspace.store());
  std::vector<std::string> candidates = {typed, identity_text(typed)};
  if (workspace.doors().files.exists(key_path(workspace))) {
    PARCOURS_TRY(const std::string key, pseudonym_key(workspace));
    candidates.push_back(pseudonym(typed, key));
  }
  for (const std::string& candidate : candidates) {
    PARCOURS_TRY(const bool held, has_events(*store, candidate));
    if (held) return candidate;
  }
  return typed;
}

}  // namespace parcours

// A workspace on disk, as the store wants it, asked as a browser would ask.
#pragma once

#include <filesystem>

#include "base/digest.h"
#include "server/service_fixture.h"

namespace parcours {

class DiskServiceTest : public testing::Test {
 protected:
  DiskServiceTest() : folder_(std::filesystem::temp_directory_path() / ("parcours-server-" + to_hex(digest(random_key())))) {
    EXPECT_TRUE(files_.write(path("parcours.yaml"), "parcours: 1\nlanguage: en\n").ok());
    EXPECT_TRUE(files_.write(path("maps/ring.yaml"), kRing).ok());
  }
  ~DiskServiceTest() override { std::filesystem::remove_all(folder_); }

  std::string path(const std::string& name) const { return (folder_ / name).string(); }

  Response ask(const std::string& method, const std::string& target, const std::string& body = "",
               const std::string& type = "application/octet-stream") {
    Request request;
    request.method = method;
    request.target = target;
    request.fields = {{"host", "localhost:8787"}, {"content-type", type}};
    request.body = body;
    return service_.handle(request);
  }
  Json json(const Response& response) { return Json::parse(response.body); }

  std::filesystem::path folder_;
  DiskFiles files_;
  FixedClock clock_{1'790'000'000'000};
  MemoryInputs inputs_{{}};
  Service service_{folder_.string(), {files_, clock_, inputs_}, 8787};
};

}  // namespace parcours

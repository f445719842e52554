# The libraries, each under the name that src/rooms.txt uses. CMake fetches nothing: `./dev` installs.
find_package(PkgConfig REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(date REQUIRED)
find_package(CLI11 2 REQUIRED)
find_package(Threads REQUIRED)

function(parcours_pkg name)
  pkg_check_modules(${name} REQUIRED IMPORTED_TARGET ${ARGN})
  add_library(parcours::${name} ALIAS PkgConfig::${name})
endfunction()

add_library(parcours_nlohmann INTERFACE)
target_link_libraries(parcours_nlohmann INTERFACE nlohmann_json::nlohmann_json)
add_library(parcours::nlohmann ALIAS parcours_nlohmann)
add_library(parcours_date INTERFACE)
target_link_libraries(parcours_date INTERFACE date::date-tz Threads::Threads)
add_library(parcours::date ALIAS parcours_date)
add_library(parcours_CLI11 INTERFACE)
target_link_libraries(parcours_CLI11 INTERFACE CLI11::CLI11)
add_library(parcours::CLI11 ALIAS parcours_CLI11)

parcours_pkg(sodium libsodium)
parcours_pkg(libfyaml libfyaml)
parcours_pkg(expat expat)
parcours_pkg(zlib zlib)
parcours_pkg(simdjson simdjson)
parcours_pkg(sqlite3 sqlite3)
parcours_pkg(pango pangocairo pangoft2)
parcours_pkg(cairo cairo)
parcours_pkg(rsvg librsvg-2.0)
parcours_pkg(harfbuzz harfbuzz harfbuzz-subset)

find_package(DuckDB REQUIRED)

# A program finds libduckdb in ../lib beside it, built or installed.
function(parcours_place_beside_libraries target)
  set_target_properties(${target} PROPERTIES BUILD_RPATH "${DUCKDB_LIBRARY_DIR}" INSTALL_RPATH "$ORIGIN/../lib")
endfunction()

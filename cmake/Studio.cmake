# The studio's files, built into the program. `./dev` builds them into build/studio before ninja runs; without them the program says so.
file(GLOB_RECURSE PARCOURS_STUDIO_FILES CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/build/studio/*)
set(PARCOURS_STUDIO_CPP ${CMAKE_BINARY_DIR}/templates/studio_files.cpp)
add_custom_command(OUTPUT ${PARCOURS_STUDIO_CPP}
  COMMAND bake_templates ${PARCOURS_STUDIO_CPP} ${CMAKE_SOURCE_DIR}/build/studio
    server/studio_files.h StudioFile studio_files ${PARCOURS_STUDIO_FILES}
  DEPENDS bake_templates ${PARCOURS_STUDIO_FILES} COMMENT "Baking the studio")
target_sources(parcours_server PRIVATE ${PARCOURS_STUDIO_CPP})
# The one file with Boost in it is compiled by itself.
set_source_files_properties(${CMAKE_SOURCE_DIR}/src/server/listen.cpp PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)

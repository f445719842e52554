# templates/ built into the program.
add_executable(bake_templates ${CMAKE_SOURCE_DIR}/tools/bake_templates.cpp)
target_compile_features(bake_templates PRIVATE cxx_std_20)
file(GLOB_RECURSE PARCOURS_TEMPLATE_FILES CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/templates/*)
set(PARCOURS_TEMPLATES_CPP ${CMAKE_BINARY_DIR}/templates/templates.cpp)
file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/templates)
add_custom_command(OUTPUT ${PARCOURS_TEMPLATES_CPP}
  COMMAND bake_templates ${PARCOURS_TEMPLATES_CPP} ${CMAKE_SOURCE_DIR}/templates ${PARCOURS_TEMPLATE_FILES}
  DEPENDS bake_templates ${PARCOURS_TEMPLATE_FILES} COMMENT "Baking the templates")
target_sources(parcours_app PRIVATE ${PARCOURS_TEMPLATES_CPP})

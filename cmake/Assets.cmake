# The typeface and the icons of assets/, made into what pictures are set with and built into the program.
pkg_check_modules(woff2dec REQUIRED IMPORTED_TARGET libwoff2dec)
add_executable(bake_font ${CMAKE_SOURCE_DIR}/tools/bake_font.cpp)
target_link_libraries(bake_font PRIVATE parcours::harfbuzz PkgConfig::woff2dec)
add_executable(bake_icons ${CMAKE_SOURCE_DIR}/tools/bake_icons.cpp)

set(PARCOURS_ASSETS ${CMAKE_BINARY_DIR}/assets)
file(MAKE_DIRECTORY ${PARCOURS_ASSETS})

set(PARCOURS_FONT_FILES "")
set(PARCOURS_FONT_BYTES "// Made by cmake/Assets.cmake: the fonts of assets/fonts, baked.\n#include \"render/font_files.h\"\n\n")
set(PARCOURS_FONT_TABLE "")
foreach(style 400-normal 600-normal 700-normal 400-italic)
  foreach(part latin latin-ext cyrillic greek vietnamese)
    set(name inter-${part}-${style})
    set(ttf ${PARCOURS_ASSETS}/${name}.ttf)
    add_custom_command(OUTPUT ${ttf} COMMAND bake_font ${CMAKE_SOURCE_DIR}/assets/fonts/${name}.woff2 ${ttf}
      DEPENDS bake_font ${CMAKE_SOURCE_DIR}/assets/fonts/${name}.woff2 COMMENT "Baking ${name}")
    list(APPEND PARCOURS_FONT_FILES ${ttf})
    string(REPLACE "-" "_" symbol parcours_${name})
    string(APPEND PARCOURS_FONT_BYTES "asm(\".section .rodata\\n.balign 16\\n.global ${symbol}\\n${symbol}:\\n.incbin \\\"${ttf}\\\"\\n.global ${symbol}_end\\n${symbol}_end:\\n.byte 0\\n.previous\\n\");\n"
      "extern \"C\" const char ${symbol}[], ${symbol}_end[];\n")
    string(APPEND PARCOURS_FONT_TABLE "    {\"${part}\", \"${style}\", std::string_view(${symbol}, static_cast<std::size_t>(${symbol}_end - ${symbol}))},\n")
  endforeach()
endforeach()
string(APPEND PARCOURS_FONT_BYTES "\nnamespace parcours {\n\nconst std::vector<FontFile>& font_files() {\n  static const std::vector<FontFile> files = {\n${PARCOURS_FONT_TABLE}  };\n  return files;\n}\n\n}  // namespace parcours\n")
file(CONFIGURE OUTPUT ${PARCOURS_ASSETS}/font_files.cpp CONTENT "${PARCOURS_FONT_BYTES}" @ONLY)
set_source_files_properties(${PARCOURS_ASSETS}/font_files.cpp PROPERTIES OBJECT_DEPENDS "${PARCOURS_FONT_FILES}")

file(GLOB PARCOURS_ICONS CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/assets/icons/*.svg)
add_custom_command(OUTPUT ${PARCOURS_ASSETS}/icons.cpp COMMAND bake_icons ${PARCOURS_ASSETS}/icons.cpp ${PARCOURS_ICONS}
  DEPENDS bake_icons ${PARCOURS_ICONS} COMMENT "Baking the icons")

target_sources(parcours_render PRIVATE ${PARCOURS_ASSETS}/font_files.cpp ${PARCOURS_ASSETS}/icons.cpp)

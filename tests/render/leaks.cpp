// What fontconfig and Pango keep until the end of the program is theirs; the leak sanitizer is told so. Ours must be clean.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() { return "leak:libfontconfig\nleak:libpango\nleak:librsvg\n"; }

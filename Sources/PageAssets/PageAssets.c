#include "PageAssets.h"

// `#embed` copies the bytes of a file into the program. Swift's own `.embedInCode` writes them as an
// array literal, which for these files takes 4 to 6 s to compile in each configuration.
#pragma clang diagnostic ignored "-Wc23-extensions"

// Each asset is one or more files in this order, and a zero.
static const char *const texts[] = {
  [PageAssetSettingsScript] = (const char[]){
#embed "Scripts/settings.js" suffix(,)
    0},
  [PageAssetShellScript] = (const char[]){
#embed "Scripts/shell/elements.js" suffix(,)
#embed "Scripts/shell/sections.js" suffix(,)
#embed "Scripts/shell/terms.js" suffix(,)
#embed "Scripts/shell/packed-index.js" suffix(,)
#embed "Scripts/shell/ranking.js" suffix(,)
#embed "Scripts/shell/snippets.js" suffix(,)
#embed "Scripts/shell/search.js" suffix(,)
#embed "Scripts/shell/display.js" suffix(,)
#embed "Scripts/shell/keys.js" suffix(,)
    0},
  [PageAssetCopyScript] = (const char[]){
#embed "Scripts/copy.js" suffix(,)
    0},
  [PageAssetDataFileScript] = (const char[]){
#embed "Scripts/data-file.js" suffix(,)
    0},
  [PageAssetPointerScript] = (const char[]){
#embed "Scripts/pointer.js" suffix(,)
    0},
  [PageAssetAnimationScript] = (const char[]){
#embed "Scripts/animation.js" suffix(,)
    0},
  [PageAssetLiveScript] = (const char[]){
#embed "Scripts/controls/elements.js" suffix(,)
#embed "Scripts/controls/knobs.js" suffix(,)
#embed "Scripts/controls/ghost.js" suffix(,)
#embed "Scripts/live/page.js" suffix(,)
#embed "Scripts/live/modules.js" suffix(,)
#embed "Scripts/live/worker.js" suffix(,)
#embed "Scripts/live/output.js" suffix(,)
#embed "Scripts/live/experiment.js" suffix(,)
#embed "Scripts/live/start.js" suffix(,)
    0},
  [PageAssetLiveLoaderScript] = (const char[]){
#embed "Scripts/live-loader.js" suffix(,)
    0},
  [PageAssetEditingScript] = (const char[]){
#embed "Scripts/controls/elements.js" suffix(,)
#embed "Scripts/editing/elements.js" suffix(,)
#embed "Scripts/editing/server.js" suffix(,)
#embed "Scripts/editing/edits.js" suffix(,)
#embed "Scripts/editing/assist.js" suffix(,)
#embed "Scripts/editing/proposals.js" suffix(,)
#embed "Scripts/editing/findings.js" suffix(,)
#embed "Scripts/editing/field.js" suffix(,)
#embed "Scripts/controls/knobs.js" suffix(,)
#embed "Scripts/controls/ghost.js" suffix(,)
#embed "Scripts/editing/outputs.js" suffix(,)
#embed "Scripts/editing/conflict.js" suffix(,)
#embed "Scripts/editing/blocks.js" suffix(,)
#embed "Scripts/editing/reload.js" suffix(,)
#embed "Scripts/editing/start.js" suffix(,)
    0},
  [PageAssetVariablesStyle] = (const char[]){
#embed "Styles/variables.css" suffix(,)
    0},
  [PageAssetLightPalette] = (const char[]){
#embed "Styles/light.css" suffix(,)
    0},
  [PageAssetDarkPalette] = (const char[]){
#embed "Styles/dark.css" suffix(,)
    0},
  [PageAssetPrintPalette] = (const char[]){
#embed "Styles/print.css" suffix(,)
    0},
  [PageAssetPageStyle] = (const char[]){
#embed "Styles/layout.css" suffix(,)
#embed "Styles/prose.css" suffix(,)
#embed "Styles/formulas.css" suffix(,)
#embed "Styles/formula-parts.css" suffix(,)
#embed "Styles/chinese.css" suffix(,)
#embed "Styles/blocks.css" suffix(,)
#embed "Styles/references.css" suffix(,)
#embed "Styles/highlighting.css" suffix(,)
#embed "Styles/surroundings.css" suffix(,)
#embed "Styles/shell.css" suffix(,)
#embed "Styles/animation.css" suffix(,)
#embed "Styles/paper.css" suffix(,)
    0},
  [PageAssetIndexStyle] = (const char[]){
#embed "Styles/chapter-list.css" suffix(,)
#embed "Styles/index.css" suffix(,)
    0},
  [PageAssetWholeBookStyle] = (const char[]){
#embed "Styles/chapter-list.css" suffix(,)
#embed "Styles/whole-book.css" suffix(,)
    0},
  [PageAssetElectronicBookStyle] = (const char[]){
#embed "Styles/electronic-book.css" suffix(,)
#embed "Styles/formula-parts.css" suffix(,)
    0},
  [PageAssetLiveStyle] = (const char[]){
#embed "Styles/controls.css" suffix(,)
#embed "Styles/live.css" suffix(,)
    0},
  [PageAssetLiveNotesStyle] = (const char[]){
#embed "Styles/live-notes.css" suffix(,)
    0},
  [PageAssetEditingStyle] = (const char[]){
#embed "Styles/controls.css" suffix(,)
#embed "Styles/editing.css" suffix(,)
    0},
};

const char *PageAssetText(PageAsset asset) { return texts[asset]; }

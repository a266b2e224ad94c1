/// The scripts and styles of pages, as they stand in the files of this module. `PageAssets.c` says
/// which files make up each of them.
typedef enum __attribute__((enum_extensibility(closed))) PageAsset : unsigned char {
  PageAssetSettingsScript,
  PageAssetShellScript,
  PageAssetCopyScript,
  PageAssetDataFileScript,
  PageAssetPointerScript,
  PageAssetAnimationScript,
  PageAssetLiveScript,
  PageAssetLiveLoaderScript,
  PageAssetEditingScript,

  PageAssetVariablesStyle,
  PageAssetLightPalette,
  PageAssetDarkPalette,
  PageAssetPrintPalette,
  PageAssetPageStyle,
  PageAssetIndexStyle,
  PageAssetWholeBookStyle,
  PageAssetElectronicBookStyle,
  PageAssetLiveStyle,
  PageAssetLiveNotesStyle,
  PageAssetEditingStyle,
} PageAsset;

/// The text of an asset, in UTF-8 with a zero at its end.
const char *_Nonnull PageAssetText(PageAsset asset) __attribute__((const));

import PageAssets

extension PageAsset {
  /// The asset's text.
  var text: String { String(cString: PageAssetText(self)) }
}

#!/usr/bin/env bash
# A disk image of the bundle in dist/, signed where CODESIGN_IDENTITY names a certificate.
#
# Without one the bundle gets an ad-hoc signature: it runs, Gatekeeper asks at the first start, and
# the Accessibility permission has to be granted anew after each update. To notarise it:
#   xcrun notarytool submit dist/*.dmg --keychain-profile NAME --wait && xcrun stapler staple dist/*.dmg
set -euo pipefail
cd "$(dirname "$0")/../.."
bundle="dist/Desktop Assist.app"
version=$(/usr/libexec/PlistBuddy -c 'Print CFBundleShortVersionString' "$bundle/Contents/Info.plist")
identity=${CODESIGN_IDENTITY:--}
options=(--force --deep --sign "$identity")
if [ "$identity" != - ]; then
  options+=(--options runtime --timestamp --entitlements packaging/macos/entitlements.plist)
fi
codesign "${options[@]}" "$bundle"
codesign --verify --deep --strict "$bundle"
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
cp -R "$bundle" "$stage/"
ln -s /Applications "$stage/Applications"
hdiutil create -volname "Desktop Assist" -srcfolder "$stage" -ov -format UDZO \
  "dist/desktop-assist-$version.dmg"

; The installer for Windows out of the one-folder build. It compiles on Linux too:
;
;   makensis -NOCD -DVERSION=0.1.0 -DFROZEN=dist/desktop-assist -DICON=build/icons/desktop-assist.ico \
;            -DLICENSE=LICENSE -DOUT=dist/desktop-assist-0.1.0-setup.exe packaging/windows/installer.nsi
;
; Everything goes into the user's own folders: no administrator is asked, and a hotkey pressed in a
; window of the user's is heard. Own replies lie elsewhere, and stay when the program goes.

; With -DTARGET=amd64-unicode the installer itself is a 64-bit program, where NSIS has the stub for it
; (Debian's has): Wine without 32-bit parts runs no other.
!ifdef TARGET
  Target "${TARGET}"
!else
  Unicode true
!endif
!include "MUI2.nsh"
!include "FileFunc.nsh"

!define NAME "Desktop Assist"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\DesktopAssist"
!define RUN "Software\Microsoft\Windows\CurrentVersion\Run"
!define APPROVED "Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"

Name "${NAME}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Desktop Assist"
InstallDirRegKey HKCU "${KEY}" "InstallLocation"
RequestExecutionLevel user
SetCompressor /SOLID lzma
ManifestDPIAware true

VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "FileDescription" "${NAME} ${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "MIT"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\desktop-assist.exe"
!insertmacro MUI_PAGE_LICENSE "${LICENSE}"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_LANGUAGE "English"

LangString PROGRAM ${LANG_ENGLISH} "The program"
LangString PROGRAM ${LANG_SIMPCHINESE} "程序"
LangString START ${LANG_ENGLISH} "Start with Windows"
LangString START ${LANG_SIMPCHINESE} "随 Windows 启动"
LangString RUNNING ${LANG_ENGLISH} "${NAME} is still running. Quit it in the tray, then go on."
LangString RUNNING ${LANG_SIMPCHINESE} "${NAME} 仍在运行。请先在托盘里退出，然后继续。"

; Asks the running program to end, and waits for the user where it does not.
!macro END_RUNNING un
Function ${un}EndRunning
  IfFileExists "$INSTDIR\desktop-assist-cli.exe" 0 ended
  nsExec::Exec '"$INSTDIR\desktop-assist-cli.exe" quit'
  Pop $0
  look:
    ; A program that runs keeps its file from being opened for writing.
    ClearErrors
    FileOpen $0 "$INSTDIR\desktop-assist.exe" a
    IfErrors 0 free
    IfFileExists "$INSTDIR\desktop-assist.exe" 0 ended
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(RUNNING)" /SD IDCANCEL IDRETRY look
    Abort
  free:
    FileClose $0
  ended:
FunctionEnd
!macroend
!insertmacro END_RUNNING ""
!insertmacro END_RUNNING "un."

Section "$(PROGRAM)" program
  SectionIn RO
  Call EndRunning
  ; Of an older version nothing may stay that the new one would load.
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "${FROZEN}\*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\desktop-assist.exe"
  WriteRegStr HKCU "${KEY}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\desktop-assist.exe"
  WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  IntFmt $0 "0x%08X" $0
  WriteRegDWORD HKCU "${KEY}" "EstimatedSize" "$0"
SectionEnd

Section /o "$(START)" start
  ; By the name and in the words by which the program's own settings know it.
  WriteRegStr HKCU "${RUN}" "${NAME}" '"$INSTDIR\desktop-assist.exe"'
SectionEnd

Section "Uninstall"
  Call un.EndRunning
  DeleteRegValue HKCU "${RUN}" "${NAME}"
  DeleteRegValue HKCU "${APPROVED}" "${NAME}"
  DeleteRegKey HKCU "${KEY}"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\desktop-assist.exe"
  Delete "$INSTDIR\desktop-assist-cli.exe"
  Delete "$INSTDIR\uninstall.exe"
  ; Not /r: a folder of the user's may have been chosen, with other things in it.
  RMDir "$INSTDIR"
SectionEnd

; Inno Setup: installs Heliograph for one user, without an administrator.
;
;     iscc /DVersion=0.1.0 packaging\windows\heliograph.iss

#ifndef Version
  #error Name the version: iscc /DVersion=0.1.0
#endif

[Setup]
AppId=io.github.heliograph_client.Heliograph
AppName=Heliograph
AppVersion={#Version}
AppPublisher=The Heliograph authors
DefaultDirName={localappdata}\Programs\Heliograph
DefaultGroupName=Heliograph
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
SourceDir=..\..
OutputDir=dist
OutputBaseFilename=heliograph-{#Version}-windows-x86_64
SetupIconFile=build\heliograph\icons\heliograph.ico
UninstallDisplayIcon={app}\heliograph.exe
LicenseFile=LICENSE
Compression=lzma2
SolidCompression=yes
CloseApplications=yes
RestartApplications=yes

[Files]
Source: "dist\heliograph\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{userprograms}\Heliograph"; Filename: "{app}\heliograph.exe"; AppUserModelID: "io.github.heliograph_client.Heliograph"

[Registry]
; A handler beside others: Windows asks the person which one opens tg links.
Root: HKCU; Subkey: "Software\Classes\Heliograph.tg"; ValueType: string; ValueData: "Heliograph"; Flags: uninsdeletekey
Root: HKCU; Subkey: "Software\Classes\Heliograph.tg"; ValueName: "URL Protocol"; ValueType: string; ValueData: ""
Root: HKCU; Subkey: "Software\Classes\Heliograph.tg\DefaultIcon"; ValueType: string; ValueData: "{app}\heliograph.exe,0"
Root: HKCU; Subkey: "Software\Classes\Heliograph.tg\shell\open\command"; ValueType: string; ValueData: """{app}\heliograph.exe"" -- ""%1"""
Root: HKCU; Subkey: "Software\Heliograph\Capabilities"; ValueName: "ApplicationName"; ValueType: string; ValueData: "Heliograph"; Flags: uninsdeletekey
Root: HKCU; Subkey: "Software\Heliograph\Capabilities\URLAssociations"; ValueName: "tg"; ValueType: string; ValueData: "Heliograph.tg"
Root: HKCU; Subkey: "Software\RegisteredApplications"; ValueName: "Heliograph"; ValueType: string; ValueData: "Software\Heliograph\Capabilities"; Flags: uninsdeletevalue

[Run]
Filename: "{app}\heliograph.exe"; Description: "Start Heliograph"; Flags: postinstall nowait skipifsilent

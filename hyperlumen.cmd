@echo off
rem Builds what is missing or stale, then runs Hyperlumen; see README.md. The same commands as
rem the launcher ./hyperlumen of the other systems, for Windows.
rem HYPERLUMEN_JAVA_OPTIONS adds options for the Java virtual machine.
setlocal EnableExtensions DisableDelayedExpansion
set "root=%~dp0"
set "root=%root:~0,-1%"

if defined JAVA_HOME if exist "%JAVA_HOME%\bin\javac.exe" goto jdk
set "JAVA_HOME="
for /f "delims=" %%j in ('where javac.exe 2^>nul') do if not defined JAVA_HOME for %%h in ("%%~dpj..") do set "JAVA_HOME=%%~fh"
if defined JAVA_HOME goto jdk
for /d %%h in ("%ProgramFiles%\Eclipse Adoptium\jdk-*" "%ProgramFiles%\Java\jdk-*") do set "JAVA_HOME=%%~fh"
if defined JAVA_HOME goto jdk
echo hyperlumen: needs a JDK 25 or newer; install Temurin 25 from https://adoptium.net or set JAVA_HOME 1>&2
exit /b 1
:jdk
set "feature="
for /f "tokens=2 delims==." %%v in ('findstr /b "JAVA_VERSION=" "%JAVA_HOME%\release" 2^>nul') do set "feature=%%~v"
set "feature=%feature:"=%"
if not defined feature set "feature=0"
if %feature% LSS 25 (
  echo hyperlumen: needs a JDK 25 or newer, but %JAVA_HOME% is older; set JAVA_HOME 1>&2
  exit /b 1
)

if not defined DJL_CACHE_DIR set "DJL_CACHE_DIR=%LOCALAPPDATA%\hyperlumen"
set "module=app"
set "main=hyperlumen.app.Main"
set "strip="
set "bom="
if /i "%~1"=="test" goto test
for %%c in (train export evaluate paper double-descent peer plot) do if /i "%~1"=="%%c" (
  set "module=training"
  set "main=hyperlumen.training.Main"
)
if /i "%~1"=="package" (
  set "module=installer"
  set "main=hyperlumen.installer.Main"
  set "strip=1"
  set "bom=org.cyclonedx:cyclonedx-maven-plugin:makeBom"
)

set "stamp=%root%\target\stamp-%module%"
set "classpathfile=%root%\%module%\target\classpath"
rem PowerShell compares the dates: the file system's newest source against the stamp.
powershell -NoProfile -Command "$s='%stamp%'; if (-not (Test-Path $s)) { exit 1 }; $t=(Get-Item $s).LastWriteTimeUtc; $f=Get-ChildItem -Path '%root%\pom.xml','%root%\*\pom.xml','%root%\inference\src\main','%root%\ui\src\main','%root%\app\src\main','%root%\installer\src\main','%root%\training\src\main' -Recurse -ErrorAction SilentlyContinue; if ($f.Where({ $_.LastWriteTimeUtc -gt $t }, 'First').Count) { exit 1 }; exit 0"
if not errorlevel 1 goto run
call :maven || exit /b 1
if not exist "%root%\target" mkdir "%root%\target"
echo hyperlumen: building (the first time takes some minutes and downloads the libraries) 1>&2
type nul > "%stamp%.new"
pushd "%root%"
call "%maven%" -B -pl %module% -am -Dmaven.test.skip=true -Dspotless.check.skip=true -DincludeScope=runtime -Dmdep.outputFile=target/classpath test-compile dependency:build-classpath %bom% > target\build.log 2>&1
if errorlevel 1 (
  popd
  findstr /b "[ERROR]" "%root%\target\build.log" 1>&2
  echo hyperlumen: the build failed; all of its output is in %root%\target\build.log 1>&2
  exit /b 1
)
popd
move /y "%stamp%.new" "%stamp%" >nul

:run
set "commit=unknown"
for /f "delims=" %%c in ('git -C "%root%" rev-parse --short HEAD 2^>nul') do set "commit=%%c"
set "arguments=%*"
rem The class path is longer than cmd's variables may be: it goes into an argument file.
set "list=%root%\target\run-%module%.args"
powershell -NoProfile -Command "$c='%root%\%module%\target\classes;'+(Get-Content -Raw '%classpathfile%').Trim(); [IO.File]::WriteAllText('%list%', '-cp \"'+$c.Replace('\','\\')+'\"')"
if errorlevel 1 exit /b 1
if defined strip shift
set "rest=%arguments%"
if defined strip call :rest %*
"%JAVA_HOME%\bin\java.exe" -XX:+UseSerialGC -XX:MaxRAMPercentage=40 --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Djava.awt.headless=true -Dai.djl.offline=true "-Dhyperlumen.assets=%root%\assets" "-Dhyperlumen.commit=%commit%" "-Dhyperlumen.root=%root%" %HYPERLUMEN_JAVA_OPTIONS% "@%list%" %main% %rest%
exit /b %errorlevel%

:rest
for /f "tokens=1,*" %%a in ("%*") do set "rest=%%b"
exit /b 0

:test
call :maven || exit /b 1
call :rest %*
pushd "%root%"
call "%maven%" -B verify %rest%
set "code=%errorlevel%"
popd
exit /b %code%

:maven
if defined MAVEN_HOME if exist "%MAVEN_HOME%\bin\mvn.cmd" (
  set "maven=%MAVEN_HOME%\bin\mvn.cmd"
  exit /b 0
)
set "maven="
for /f "delims=" %%m in ('where mvn.cmd 2^>nul') do if not defined maven set "maven=%%m"
if defined maven exit /b 0
echo hyperlumen: needs Maven 3.8 or newer to build; install it (winget install Apache.Maven) or set MAVEN_HOME 1>&2
exit /b 1

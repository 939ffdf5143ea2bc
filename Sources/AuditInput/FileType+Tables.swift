import AuditModel

// Which name is what. A language stands for the shape of comments and strings, so a language without a
// name of its own stands with the one it shares that shape with: Perl with shell, Elixir with Ruby.

extension FileType {
  /// By what stands after the last dot, in lower case.
  static let suffixes: [(FileType, String)] = [
    (.text(.code, .apex), "cls trigger apex apxc apxt"),
    (.text(.code, .javascript), "js jsx mjs cjs es es6 jsm gs wxs"),
    (.text(.code, .typescript), "ts tsx mts cts ets"),
    (.text(.code, .java), "java aj bsh"),
    (.text(.code, .kotlin), "kt kts ktm"),
    (.text(.code, .groovy), "groovy gradle gvy nf"),
    (.text(.code, .swift), "swift"),
    (.text(.code, .objectiveC), "m mm"),
    (.text(.code, .csharp), "cs csx fs fsx fsi"),
    (
      .text(.code, .c),
      """
      c h cc cpp cxx c++ hh hpp hxx inl ino cu proto thrift sol zig v vala d glsl frag vert metal as
      idl webidl ipdl dts dtsi s asm
      """
    ),
    (.text(.code, .dart), "dart"),
    (.text(.code, .python), "py pyw pyi pyx pxd bzl star gyp gypi"),
    (.text(.code, .ruby), "rb rake gemspec podspec ru ex exs cr jbuilder rabl fastfile"),
    (.text(.code, .go), "go"),
    (.text(.code, .rust), "rs"),
    (.text(.code, .scala), "scala sc sbt"),
    (.text(.code, .shell), "sh bash zsh ksh fish bats pl pm t r jl tcl awk sed mk mak coffee nim cmake gn gni"),
    (.text(.code, .powershell), "ps1 psm1 psd1"),
    (.text(.code, .sql), "sql soql sosl hql ddl dml pls plsql pks pkb lua hs elm ada vhd"),
    (.text(.code, .php), "php php3 php4 php5 php7 php8 phps phtml inc module install theme ctp hack"),
    (
      .text(.code, .unknown),
      "bat cmd vb vbs bas frm clj cljs cljc edn erl hrl ml mli lisp el scm pas f90 abap cbl dwl"
    ),
    (.text(.code, .json), "ipynb"),

    (.text(.markup, .visualforce), "page component vfp vfc"),
    (.text(.markup, .aura), "cmp evt intf auradoc"),
    (
      .text(.markup, .html),
      """
      html htm xhtml shtml shtm stm htmlx ejs erb rhtml hbs handlebars mustache njk nunjucks twig liquid jsp jspx
      jspf tag tagx gsp asp aspx ascx master asa cshtml vbhtml razor ftl ftlh vm vtl jinja jinja2 j2 tpl tmpl
      template latte blade haml slim pug jade marko mjml cfm cfc email isml dust eta heex leex eex gohtml zul
      """
    ),
    (.text(.markup, .vue), "vue svelte astro riot"),
    (.text(.markup, .css), "css scss sass less styl pcss postcss"),
    (.text(.markup, .xml), "svg xaml axml storyboard xib fxml qml mxml"),

    (
      .text(.config, .xml),
      """
      xml xsd xsl xslt wsdl wadl plist entitlements csproj vbproj fsproj vcxproj sqlproj props targets nuspec resx
      pom iml ipr jrxml jelly rdf rss atom opml gpx kml xliff xlf tmx dita ditamap nib ant jnlp tld wsdd dtsx
      """
    ),
    (
      .text(.config, .json),
      """
      json json5 jsonc jsonl ndjson geojson webmanifest jsonld map avsc arb topojson sublime-project code-workspace
      tfstate bowerrc babelrc eslintrc prettierrc stylelintrc jshintrc swcrc
      """
    ),
    (.text(.config, .har), "har"),
    (.text(.config, .yaml), "yaml yml eyaml raml"),
    (.text(.config, .toml), "toml tf tfvars hcl nomad"),
    (
      .text(.config, .properties),
      """
      properties ini cfg conf cnf config env envrc editorconfig npmrc desktop service strings stringsdict xcconfig
      pbxproj inf reg url htaccess rc prefs po pot lang mf
      """
    ),
    (.text(.config, .dockerfile), "dockerfile containerfile"),
    (.text(.config, .shell), "graphql gql graphqls"),
    (.text(.config, .plainText), "csv tsv psv log out err dat list lst http rest curl eml mbox vcf ics"),

    (.text(.docs, .markdown), "md markdown mdown mkd mkdn mdx rmd qmd mdc"),
    (
      .text(.docs, .plainText),
      "txt text rst adoc asciidoc asc org tex latex bib textile wiki mediawiki pod man rtf nfo diz"
    ),

    (
      .archive,
      """
      zip jar war ear aar apk ipa xpi crx nupkg vsix whl egg mar sar hpi jpi kar resource
      tar tgz gz taz gem crate
      """
    ),
    (
      .unreadArchive,
      "7z rar bz2 tbz tbz2 xz txz zst tzst lz lzma lz4 br z cab arj lha iso dmg pkg deb rpm msi cpio"
    ),

    // Only names that never hold text: what stands here isn't even opened.
    (
      .binary,
      """
      png jpg jpeg jpe jfif gif bmp ico icns tif tiff webp avif heic heif jp2 psd indd sketch xcf cr2
      mp3 mp4 m4a m4v mov avi wmv flv mkv webm mpg mpeg 3gp ogg ogv oga opus wav aif aiff flac aac mid midi swf
      woff woff2 ttf otf eot fon pfb
      pdf docx docm dotx xls xlsx xlsm xlsb xltx ppt pptx pptm potx odt ods odp odg vsd vsdx mpp epub mobi djvu xps
      o a so dylib dll exe elf pyc pyo pyd beam wasm dex odex oat rlib rmeta swiftmodule swiftdoc pcm gch pdb
      sqlite sqlite3 mdb accdb ibd myd myi realm
      p12 pfx jks keystore bks
      parquet avro orc npy npz pkl h5 hdf5 onnx tflite safetensors gguf
      blend fbx glb 3ds
      """
    ),
  ]

  /// By the whole name, in lower case.
  static let names: [(FileType, String)] = [
    (.text(.code, .groovy), "jenkinsfile"),
    (
      .text(.code, .ruby),
      "gemfile rakefile podfile vagrantfile fastfile appfile matchfile brewfile guardfile capfile dangerfile berksfile"
    ),
    (
      .text(.code, .shell),
      """
      makefile gnumakefile kbuild kconfig rakefile.sh cmakelists.txt configure gradlew mvnw justfile
      .bashrc .profile .zshrc .bash_profile
      """
    ),
    (.text(.code, .python), "sconstruct sconscript wscript tiltfile snakefile build.bazel workspace.bazel"),
    (.text(.code, .javascript), ".pnp.cjs"),
    (.text(.config, .dockerfile), "dockerfile containerfile"),
    (
      .text(.config, .json),
      ".babelrc .eslintrc .prettierrc .stylelintrc .jshintrc .bowerrc .swcrc .firebaserc .jsbeautifyrc composer.lock pipfile.lock"
    ),
    (.text(.config, .yaml), "yarn.lock podfile.lock .clang-format .travis.yml"),
    (.text(.config, .toml), "pipfile cargo.lock poetry.lock uv.lock pdm.lock"),
    (
      .text(.config, .properties),
      """
      .env .envrc .npmrc .yarnrc .editorconfig .gitattributes .gitconfig .gitmodules .htaccess .flaskenv procfile
      .netrc .pylintrc .flake8 .coveragerc gemfile.lock codeowners .gitignore .forceignore .dockerignore .eslintignore
      .prettierignore .npmignore .hgignore .slugignore .vercelignore .gcloudignore requirements.txt constraints.txt
      """
    ),
    (.text(.config, .plainText), "go.sum go.mod _redirects _headers robots.txt crossdomain.xml.txt"),
    (
      .text(.docs, .plainText),
      """
      readme license licence copying notice changelog changes history news authors contributors contributing todo
      install credits thanks maintainers version copyright
      """
    ),
    (.binary, ".ds_store thumbs.db desktop.ini"),
  ]

  /// By what stands before the first dot, where the suffix is unknown.
  static let stems: [(FileType, String)] = [
    (.text(.config, .dockerfile), "dockerfile containerfile"),
    (.text(.config, .properties), ".env"),
    (.text(.code, .groovy), "jenkinsfile"),
    (.text(.docs, .plainText), "readme license licence changelog"),
  ]
}

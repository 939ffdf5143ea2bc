import AuditModel
import Testing

@testable import AuditInput

@Test(arguments: [
  ("Chat.cls", FileType.text(.code, .apex)), ("Chat.page", .text(.markup, .visualforce)),
  ("Chat.cmp", .text(.markup, .aura)), ("a.js", .text(.code, .javascript)),
  ("a.TSX", .text(.code, .typescript)),
  ("a.vue", .text(.markup, .vue)), ("index.HTML", .text(.markup, .html)), ("a.php", .text(.code, .php)),
  ("A.java", .text(.code, .java)), ("A.kt", .text(.code, .kotlin)), ("build.gradle", .text(.code, .groovy)),
  ("A.swift", .text(.code, .swift)), ("A.mm", .text(.code, .objectiveC)), ("A.cs", .text(.code, .csharp)),
  ("a.py", .text(.code, .python)), ("Gemfile", .text(.code, .ruby)), ("Podfile", .text(.code, .ruby)),
  ("a.go", .text(.code, .go)), ("a.har", .text(.config, .har)), ("a.json", .text(.config, .json)),
  ("a.yml", .text(.config, .yaml)), ("a.properties", .text(.config, .properties)),
  (".env", .text(.config, .properties)),
  (".env.production", .text(.config, .properties)), ("Dockerfile", .text(.config, .dockerfile)),
  ("Dockerfile.web", .text(.config, .dockerfile)), ("Jenkinsfile", .text(.code, .groovy)),
  ("README", .text(.docs, .plainText)), ("a.md", .text(.docs, .markdown)), ("a.tf", .text(.config, .toml)),
  ("pom.xml", .text(.config, .xml)), ("a.plist", .text(.config, .xml)), ("logo.png", .binary),
  ("A.class", .unknown), ("a.doc", .unknown), ("boot.S", .text(.code, .c)), ("Kconfig", .text(.code, .shell)),
  ("a.zip", .archive), ("Chat.resource", .archive), ("a.tar.gz", .archive), ("a.7z", .unreadArchive),
  ("noname", .unknown), ("a.whatever", .unknown), (".hidden", .unknown), ("a.", .unknown), ("", .unknown),
])
func `a name says what a file is`(name: String, expected: FileType) {
  #expect(FileType.named(name) == expected)
}

@Test func `no name stands in the tables twice`() {
  for table in [FileType.suffixes, FileType.names, FileType.stems] {
    var known: [String: FileType] = [:]
    var hashes: Set<UInt64> = []
    for (type, words) in table {
      for word in words.split(whereSeparator: \.isWhitespace).map(String.init) {
        #expect(known.updateValue(type, forKey: word) == nil, "\(word)")
        #expect(hashes.insert(FileType.hash(word.utf8)).inserted, "\(word)")
        #expect(word == word.lowercased())
      }
    }
  }
}

@Test func `no suffix of the registry counts as binary`() {
  for type in MetadataTypes.all where !type.suffix.isEmpty {
    #expect(![.binary, .unreadArchive].contains(FileType.named("x.\(type.suffix)")), "\(type.suffix)")
  }
}

@Test(arguments: [
  ("#!/usr/bin/env python3\nimport os", ArtifactKind.code, Language.python), ("#!/bin/sh\nls", .code, .shell),
  ("#!/usr/bin/env node\n", .code, .javascript), ("<?xml version=\"1.0\"?><a/>", .config, .xml),
  ("<?php echo 1;", .code, .php), ("<!doctype html><p>", .markup, .html), ("\n  <html>", .markup, .html),
  ("<apex:page>", .markup, .visualforce), ("{\"a\": 1}", .config, .json), ("[1, 2]", .config, .json),
  ("(function(){var a = window.b; return a})()", .code, .javascript), ("just words", .config, .plainText),
  ("", .config, .plainText),
])
func `content says what a file without a known name is`(text: String, kind: ArtifactKind, language: Language)
{
  var text = text
  let type = text.withUTF8 { unsafe ContentSniffing.textType(UnsafeRawBufferPointer($0)) }
  #expect(type == (kind, language))
}

@Test(arguments: [
  ("force-app/main/default/classes/ChatTest.cls", Language.apex, "public class ChatTest {}", true),
  ("classes/Chat.cls", .apex, "@isTest\nprivate class Chat {}", true),
  ("classes/Latest.cls", .apex, "public class Latest {}", false), ("src/chat.test.js", .javascript, "", true),
  ("src/__tests__/chat.js", .javascript, "", true), ("src/chat_test.go", .go, "", true),
  ("src/test_chat.py", .python, "", true), ("src/contest.py", .python, "", false),
  ("src/ChatSpec.kt", .kotlin, "", true), ("src/latest/a.js", .javascript, "", false),
  ("src/Testimonial.java", .java, "", false),
])
func `paths and first lines say what is test code`(
  path: String, language: Language, text: String, expected: Bool
) {
  var text = text
  let isTest = text.withUTF8 {
    unsafe TextMarks.isTest(path: path, language: language, head: UnsafeRawBufferPointer($0))
  }
  #expect(isTest == expected)
}

@Test(arguments: [
  ("web/vendor/a.js", Language.javascript, "a", true), ("Pods/SDK/Chat.m", .objectiveC, "a", true),
  ("ios/Frameworks/SDK.framework/Headers/Chat.h", .objectiveC, "a", true),
  ("ios/SDK.xcframework/ios-arm64/SDK.framework/Headers/Chat.h", .objectiveC, "a", true),
  ("web/framework/chat.js", .javascript, "a", false), ("web/jquery.min.js", .javascript, "a", true), ("a/org.zip!third_party/a.c", .c, "a", true),
  ("web/app.js", .javascript, String(repeating: "var a=1;", count: 400), true),
  ("web/app.js", .javascript, String(repeating: "var a=1;\n", count: 400), false),
  ("web/data.json", .json, String(repeating: "[1,2,3],", count: 400), false),
  ("web/page.tsx", .typescript, ownLines + String(repeating: "f(a,b);", count: 900), false),
  ("web/banner.js", .javascript, "// Lib 1\n// Licence\n" + String(repeating: "f(a,b);", count: 90), false),
  ("web/banner.js", .javascript, "// Lib 1\n// Licence\n" + String(repeating: "f(a,b);", count: 150), true),
  ("web/logo.ts", .typescript, "const logo = '" + String(repeating: "iVBORw0KGgo", count: 500) + "'", false),
  ("web/logo.tsx", .typescript, "<path d='" + String(repeating: "M12.5,0 3,4z ", count: 500) + "'/>", false),
  ("web/site.css", .css, String(repeating: ".a{color:red;margin:0}", count: 100), true),
  ("web/lib.js", .javascript, "/*! lib v1 | licence */\nvar a;", true),
  ("classes/MetadataService.cls", .apex, "//Generated by wsdl2apex\n\npublic class MetadataService {}", true),
  ("src/vendors.js", .javascript, "a", false),
])
func `paths and content say what is somebody else's`(
  path: String, language: Language, text: String, expected: Bool
) {
  var text = text
  let isVendored = text.withUTF8 {
    unsafe TextMarks.isVendored(path: path, language: language, head: UnsafeRawBufferPointer($0))
  }
  #expect(isVendored == expected)
}

/// A page that somebody wrote, as long as the script that was pasted into it.
private let ownLines = String(repeating: "  <Script src={process.env.SCRIPT_SRC} />\n", count: 150)

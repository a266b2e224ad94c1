import TestTurns
import Testing

@testable import Rendering

@Suite(.startsPrograms) struct CompactTests {
  @Test(arguments: [
    ("a { color: red; }\n\nb > c { margin: 0 auto; }\n", "a{color:red}b>c{margin:0 auto}"),
    (":lang(zh) :is(h1, h2) em { top: 0; }", ":lang(zh) :is(h1,h2) em{top:0}"),
    ("a + b { width: calc(1em - (2px + 3px)); }", "a + b{width:calc(1em - (2px + 3px))}"),
    (
      "@media screen and (min-width: 2em) { a { x: y } }",
      "@media screen and (min-width:2em){a{x:y}}"
    ),
    ("/* { */ a::after { content: \" ; } \"; }", "a::after{content:\" ; } \"}"),
  ])
  func aStylesheetLosesOnlyWhatMeansNothing(rules: String, compact: String) {
    #expect(CompactStyle.text(rules) == compact)
  }

  @Test(arguments: [
    ("const a = b + c;\n\nif (a) {\n  d();\n}\n", "const a=b+c;if(a){d();}"),
    ("a = b\n(c)", "a=b\n(c)"), ("i++\n++j", "i++\n++j"), ("a - -b + +c", "a- -b+ +c"),
    ("if (a) b; // why\nelse c; /* x */ d", "if(a)b;else c;d"),
    ("a\n  .b(c)\n  ? d\n  : e", "a.b(c)?d:e"),
    ("x = 'a  // b' + `c ${ d + `e }` }  f`;", "x='a  // b'+`c ${ d + `e }` }  f`;"),
    ("return /[\" /]+ \\/ '/.test(a) ? a / b / c : d", "return/[\" /]+ \\/ '/.test(a)?a/b/c:d"),
    ("for (const [ a ] of b) async (c) => { }", "for(const[a]of b)async(c)=>{}"),
    ("'it\\'s' in a", "'it\\'s' in a"),
  ])
  func aScriptLosesOnlyWhatMeansNothing(script: String, compact: String) {
    #expect(CompactScript.text(script) == compact)
  }
}

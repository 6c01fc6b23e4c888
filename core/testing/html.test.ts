import { describe, expect, test } from "bun:test";
import { all, faultsOf, fieldsOf, formTo, parseHtml, textOf } from "./html.ts";

/** A page with this in its main part. */
const page = (main: string) =>
  `<!doctype html>\n<html lang="en"><head><title>T</title></head><body><main><h1>H</h1>${main}</main></body></html>`;

describe("parseHtml accepts only well-formed pages", () => {
  test("with decoded text", () => {
    const document = parseHtml('<p title="a &quot;b&quot;">1 &lt; 2 &amp; <b>more</b><br></p>');
    expect(textOf(document)).toBe("1 < 2 & more");
    expect(all(document, "p")[0]?.attributes.get("title")).toBe('a "b"');
  });

  test("with inline SVG", () => {
    const [svg] = all(parseHtml('<p><svg viewBox="0 0 1 1"><path d="M0 0h1"/><g></g></svg>x</p>'), "svg");
    expect(svg?.attributes.get("viewBox")).toBe("0 0 1 1");
    expect(svg?.children).toHaveLength(2);
  });

  test.each([
    "<p>",
    "</p>",
    "<b><i></b></i>",
    "a < b",
    "a & b",
    "&nbsp;",
    "<p class=x></p>",
    '<p id="a" id="b"></p>',
    "<P></P>",
    "<br/>",
    '<p tabIndex="0"></p>',
    '<svg viewBox="0 0 1 1"><path d="M0 0"></svg>',
  ])("not %s", (html) => {
    expect(() => parseHtml(html)).toThrow();
  });
});

describe("faultsOf finds", () => {
  test("nothing in a valid page", () => {
    const field = '<form action="/x"><p><label for="f">F</label> <input id="f" name="f"></p></form>';
    const said = '<meta name="description" content="javascript: a language">';
    expect([...faultsOf(parseHtml(page(`${said}<p>x</p><ul><li>y</li></ul>${field}`)))]).toEqual([]);
  });

  test.each([
    ['<p id="a">x</p><p id="a">y</p>', "the id a stands twice"],
    ["<h1>again</h1>", "not one <h1>"],
    ["<p><ul><li>x</li></ul></p>", "<ul> in <p>"],
    ["<div><li>x</li></div>", "<li> in <div>"],
    ["<ul> </ul>", "<ul> is empty"],
    ["<ol><b>x</b></ol>", "<ol> holds something else"],
    ["<script>x</script>", "inline <script>"],
    ['<p style="color: red">x</p>', "the attribute style of <p>"],
    ['<p onclick="x">x</p>', "the attribute onclick of <p>"],
    ['<a href="javascript:x">x</a>', "code in href of <a>"],
    ['<meta http-equiv="refresh" content="javascript:x">', "code in content of <meta>"],
    ['<input name="f">', "the field f has no label"],
    ['<label for="g">F</label>', "for names g, which is not there"],
    ['<p aria-labelledby="g">x</p>', "aria-labelledby names g, which is not there"],
    ['<a href="#g">x</a>', "the link #g leads nowhere"],
    ['<a href="/"> </a>', "<a> says nothing"],
  ])("what is wrong with %s", (main, fault) => {
    expect([...faultsOf(parseHtml(page(main)))]).toContain(fault);
  });
});

test("fieldsOf sends what a browser would", () => {
  const form = `<form action="/x"><input name="a" value="1"><input type="radio" name="r" value="no"><input type="radio" name="r" value="yes" checked>
    <input type="checkbox" name="c"><input type="checkbox" name="d" checked><textarea name="t">\n\nline &amp;\nline</textarea><button name="b">B</button></form>`;
  expect([...fieldsOf(formTo(parseHtml(form), "/x"))]).toEqual([
    ["a", "1"],
    ["r", "yes"],
    ["d", "on"],
    ["t", "\r\nline &\r\nline"],
  ]);
});

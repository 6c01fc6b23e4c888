import { describe, expect, test } from "bun:test";
import { decode } from "./decode.ts";
import type { Encoding } from "./encodings.ts";

// Written with iconv: `printf … | iconv -t WINDOWS-1250 | xxd -p`.
const WRITTEN: [encoding: Encoding, text: string, hex: string][] = [
  ["utf-16le", "氏名,枚数\r\n山田太郎,3\r\n", "0f6c0d542c009a6770650d000a00715c30752a59ce902c0033000d000a00"],
  ["utf-16be", "Ада\nГрейс\nРадия\n", "041004340430000a04130440043504390441000a0420043004340438044f000a"],
  ["utf-16le", "王一\n李二\n张三\n", "8b73004e0a004e678c4e0a00205f094e0a00"],
  [
    "utf-16le",
    "Name\tTickets\nAda\t3\n",
    "4e0061006d00650009005400690063006b006500740073000a00410064006100090033000a00",
  ],
  [
    "windows-1252",
    "Name;Lose\nJosé Müller;3\nÅse Ødegård;1\n",
    "4e616d653b4c6f73650a4a6f73e9204dfc6c6c65723b330ac5736520d8646567e572643b310a",
  ],
  ["windows-1252", "O’Neil\n„Ada“\nŒuvre\n", "4f924e65696c0a84416461930a8c757672650a"],
  [
    "windows-1250",
    "Imię;Losy\nŁukasz Żółć;3\nJiří Šťastný;1\n",
    "496d69ea3b4c6f73790aa3756b61737a20aff3b3e63b330a4a69f8ed208a9d6173746efd3b310a",
  ],
  ["windows-1251", "Имя;Билеты\nАда Лавлейс;3\n", "c8ecff3bc1e8ebe5f2fb0ac0e4e020cbe0e2ebe5e9f13b330a"],
  ["koi8-r", "Имя;Билеты\nАда Лавлейс;3\n", "e9cdd13be2c9ccc5d4d90ae1c4c120ecc1d7ccc5cad33b330a"],
  ["ibm866", "Имя;Билеты\nАда Лавлейс;3\n", "88acef3b81a8aba5e2eb0a80a4a0208ba0a2aba5a9e13b330a"],
  ["windows-1253", "Όνομα;Λαχνοί\nΣοφία;1\n", "bcedefece13bcbe1f7edefdf0ad3eff6dfe13b310a"],
  ["windows-1256", "الاسم;تذاكر\nآدا;3\nغريس;1\n", "c7e1c7d3e33bcad0c7dfd10ac2cfc73b330adbd1edd33b310a"],
  ["macintosh", "José Müller\nÅse Ødegård\n", "4a6f738e204d9f6c6c65720a81736520af6465678c72640a"],
  ["gb18030", "王一,3\n李二,1\n", "cdf5d2bb2c330ac0eeb6fe2c310a"],
  [
    "shift_jis",
    "山田太郎,3\n鈴木花子,1\n佐藤次郎,2\n",
    "8e52936391be98592c330a97e996d889d48e712c310a8db293a18e9f98592c320a",
  ],
  ["iso-2022-jp", "山田太郎,3\n鈴木花子,1\n", "1b24423b33454442404f3a1b28422c330a1b24424e6b4c5a32563b521b28422c310a"],
  ["big5", "王小明,3\n李大華,1\n張三豐,2\n", "a4fda470a9fa2c330aa7f5a46ab5d82c310ab169a454c2d72c320a"],
  ["euc-kr", "김철수,3\n이영희,1\n", "b1e8c3b6bcf62c330ac0ccbfb5c8f12c310a"],
];

describe("the encoding of a list is found by its bytes", () => {
  test.each(WRITTEN)("%s: %j", (encoding, text, hex) => {
    const bytes = Uint8Array.from(Buffer.from(hex, "hex"));
    expect(decode(bytes)).toEqual({ text, encoding, certain: false });
  });

  test("UTF-8 with a broken sequence stays UTF-8", () => {
    const bytes = Uint8Array.of(...new TextEncoder().encode("José\nMüller\nÅse\n"), 0xff, 0x0a);
    expect(decode(bytes)).toMatchObject({ text: "José\nMüller\nÅse\n\ufffd\n", encoding: "utf-8" });
  });
});

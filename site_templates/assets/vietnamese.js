/* Vietnamese text in the browser, as ktgs/language/text.py has it: folding for comparison, and the order of lists. */
window.ktgs = (function () {
  "use strict";
  var TONES = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]; // ngang, huyền, hỏi, ngã, sắc, nặng
  var ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
  var NEW_STYLE = /o[àảãáạèẻẽéẹ](?!\p{L})|qu[ỳỷỹýỵ]|u[ỳỷỹýỵ](?!\p{L})/gu;

  function nfc(text) { return text.normalize("NFC"); }

  function oldStyle(pair) {
    if (pair[0] === "q") { return pair; } // the u belongs to the consonant
    var vowel = pair[1].normalize("NFD");
    return nfc(pair[0] + vowel[1]) + vowel[0];
  }

  function fold(text) {
    var plain = nfc(nfc(text).toLowerCase()).replace(/[ðɖ]/g, "đ").replace(/\s+/g, " ").trim();
    return plain.replace(NEW_STYLE, oldStyle);
  }

  function bare(text) {
    var letters = fold(text).normalize("NFD").replace(/\p{Mn}/gu, "").replace(/đ/g, "d");
    return letters.replace(/[_\-\u2010-\u2015]/g, " ").replace(/\s+/g, " ").trim();
  }

  function words(text) { return text.match(/[\p{L}\p{M}\p{N}]+/gu) || []; }

  function syllable(text) {
    if (/^\d+$/.test(text)) {
      var digits = text.replace(/^0+/, "");
      return "0" + String.fromCharCode(33 + digits.length) + digits;
    }
    var tone = 0, letters = "";
    Array.from(text.normalize("NFD")).forEach(function (mark) {
      var found = TONES.indexOf(mark);
      if (found < 1) { letters += mark; } else if (!tone) { tone = found; }
    });
    var ranked = nfc(letters).replace(/./gsu, function (letter) {
      var rank = ALPHABET.indexOf(letter);
      return rank < 0 ? letter : String.fromCharCode(65 + rank);
    });
    return "1" + ranked + "\u0001" + tone;
  }

  // Texts in Vietnamese order have keys in the order of their code units.
  function key(text) {
    return (fold(text).match(/[0-9]+|\p{L}+/gu) || []).map(syllable).join("\u0000") + "\u0000\u0000" + nfc(text);
  }

  // People: by given name, then middle names, then family name.
  function personKey(name) {
    var parts = nfc(name).trim().split(/\s+/), family = parts.shift();
    var given = parts.length ? parts.pop() : family;
    return [given, parts.join(" "), family].map(key).join("\u0000\u0000\u0000");
  }

  return { bare: bare, fold: fold, key: key, personKey: personKey, words: words };
})();

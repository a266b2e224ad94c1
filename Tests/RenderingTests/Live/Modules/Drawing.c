// A drawing of the outputs of `Experiments.c`: the printed line, a line whose end depends on the rate, and
// the value that the prose asks for.
#include "Border.h"

static byte printed[256];

static word number_behind(const char *name) {
  for (word place = 0; printed[place]; place++) {
    word letter = 0;
    while (name[letter] && printed[place + letter] == (byte)name[letter]) letter++;
    if (name[letter]) continue;
    word number = 0;
    for (place += letter; printed[place] >= '0' && printed[place] <= '9'; place++)
      number = number * 10 + printed[place] - '0';
    return number;
  }
  return 0;
}

static void piece(word index) {
  text[0] = (byte)index;
  text[1] = text[2] = text[3] = 0;
  emit(2, text, count);
}

static void picture(const char *size, word rate) {
  add("<svg class=\"chart chart-");
  add(size);
  add("\" role=\"img\" aria-label=\"The loss at rate ");
  add_number(rate);
  add("\" viewBox=\"0 0 100 100\" data-panels=\"0 0 100 100 0 0 1 0 0 0 1 0\"><g transform=\"translate(0 0)\">"
      "<g class=\"series-1\"><path class=\"chart-line\" d=\"M0 0L100 ");
  add_number(rate / 10);
  add("\"/></g>");
  if (rate > 1000) add("<text class=\"chart-note\" x=\"0\" y=\"20\">inf at epoch 0.40</text>");
  add("</g></svg>");
}

EXPORTED("gradbook_draw_run")
void draw(const byte *transcript, word length, const byte *input, word input_length) {
  for (word place = 0; place + 6 <= length;) {
    word size = transcript[place + 2] | (word)transcript[place + 3] << 8;
    if (transcript[place + 1] == 1)
      for (word i = 0; i < size; i++) printed[i] = transcript[place + 6 + i];
    place += 6 + size;
  }
  count = 4;
  add("<pre class=\"printed\">");
  add((const char *)printed);
  add("</pre>\n");
  piece(4);
  if (printed[0] != 'r') return;
  word rate = number_behind("rate ");
  count = 4;
  add("<figure id=\"curve_1-figure\"><div class=\"chart-pair\">");
  picture("wide", rate);
  picture("narrow", rate);
  add("</div><figcaption>drawn</figcaption></figure>\n<details class=\"data\"><summary>Data of the figure"
      "</summary><div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"data\"><table><tr><td>");
  add_number(rate);
  add("</table></div></details>\n");
  piece(5);
  count = 0;
  add("last %.2f\n");
  add_number(rate);
  emit(4, text, count);
}

"""Words of certainty beside evidence that is mixed, weak or contradicted: what is asserted, and what only looks so."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest

from reader.core.source import find
from reader.linter.assertion import without_quotations
from reader.linter.certainty import first_sure_word
from reader.linter.lint import lint
from tests.guides.writing import folder

TOO_SURE = """
Cytokines cause the pain.
Raised cytokines are what causes the pain of FM, and this proves it.
FM is caused by cytokines.
This causes fatigue.
Cytokines rise in the evening, causing poor sleep.
Studies confirm that cytokines cause fatigue.
This proves that the immune system is to blame.
The cause is inflammation.
The cause of FM is a slow immune response.
A slow immune response is the cause of FM.
Stress is one of the main causes of FM.
Scientists have found the cause of FM.
Weaker immune responses are a proven sign of FM.
This has been confirmed.
The link has been proved beyond doubt.
The finding was later confirmed in a larger trial.
FM is definitely an immune illness.
Antibodies certainly play a part.
The immune system undoubtedly plays a part.
There is no doubt that antibodies play a part.
Without doubt, antibodies play a part.
People with FM always have more IL-8.
The pain is due to antibodies.
The pain comes because of antibodies.
The tiredness comes as a result of inflammation.
Inflammation leads to tiredness.
Antibodies are responsible for the pain.
Stress brings on FM.
This diet cures FM.
Studies show that antibodies play a part.
Research has clearly shown that antibodies play a part.
It has been shown that antibodies play a part.
Antibodies have been shown to play a part.
It is well known that stress plays a part.
Doctors know that stress plays a part.
It is an established sign of FM.
The mouse study is clear proof of this.
This gives us proof that antibodies matter.
It cannot be denied that antibodies matter.
Treatment is guaranteed to help.
Although no one has said why, antibodies cause the pain.
It was once thought that nerves do this, but antibodies cause it.
In people without other illnesses, cytokines cause the pain.
No one knows how it begins, and this proves that it is rare.
Cytokines not only rise but cause pain.
It may raise IL-6, which causes pain.
Few people notice it, because it causes no fever but proves harmful.
Blood levels may be higher; this confirms the idea.
A test is used to confirm FM.
The studies are small, yet they prove that antibodies matter.
Recent research confirms the role of antibodies in FM.
The 2021 mouse study proves that FM is autoimmune.
The research has now proven a link.
Scientists now know that FM starts in the immune system.
We now know what goes wrong: antibodies cause pain.
It is a fact that cytokines are raised.
The main cause is low-grade inflammation.
Low-grade inflammation is the underlying cause.
Inflammation is to blame because of its proven effects.
Cytokines directly cause nerve pain and, as a result, poor sleep.
A leaky gut causes fibromyalgia.
Vitamin D deficiency is a cause of fibromyalgia.
Treating the immune system cures fibromyalgia.
This confirms that FM is an immune disorder.
Their work confirmed the theory.
Blood tests confirm the diagnosis.
Doctors can confirm FM with a blood test.
Cytokines can cause pain.
FM results from inflammation, which was proven in 2011.
There is clear proof that cytokines cause FM.
Experts agree that cytokines cause FM.
Everyone agrees: cytokines cause FM.
It certainly helps.
It is certain that stress plays a role.
Cytokines always rise before a flare.
Tiredness is due to IL-6.
Poor sleep leads to raised cytokines.
Studies have demonstrated that NK cells are fewer.
Several large studies show that IL-8 is higher.
Antibodies are known to cause pain.
It was once thought that muscles are inflamed; now studies prove that nerves are the cause.
Experts once disagreed, but it is now established that cytokines matter.
Inflamed muscles are the cause of the pain, and treatment cures it.
You can be sure that this is caused by antibodies.
For most people, the immune system is the cause.
The evidence proves it, without exception.
This is not only likely, it is proven.
If you have FM, cytokines cause your pain.
""".strip().splitlines()

NOT_ASSERTED = """
No one has proved that immune changes cause FM.
Immune changes are linked with FM, but no one has proved that they cause it.
A link is not a cause.
None of them is a proven cause, and no step is proven to prevent FM.
No blood test confirms FM.
This does not show that cytokines cause pain.
This does not prove it.
It doesn’t prove that antibodies matter.
It has never been confirmed.
There is no proof that antibodies matter.
No gene causes FM.
There is no known cause.
It comes without any proven cause.
A marker that only a minority has is a hint, not proof.
The cause is not known.
The cause of FM is still unknown.
The exact cause of the pain is not settled.
No one knows the cause of FM.
It is yet to be shown that cytokines cause pain.
This remains to be proved.
Larger studies must confirm this.
To confirm this, scientists need larger studies.
The finding still needs to be confirmed.
Do cytokines cause the pain?
What causes the pain?
Cytokines may cause some of the pain.
They might, in some people, cause pain.
Stress could be one of the causes.
Cytokines may start, keep up or cause pain.
It was once thought that X causes Y.
It was once thought that sleep, stress, and diet cause FM.
People once believed that FM is due to inflamed muscles.
Some scientists think that antibodies cause the pain.
Some early studies hint that antibodies cause pain.
The article says that “cytokines cause fibromyalgia”.
A headline read: "New study proves that FM is autoimmune."
The company claims that its test confirms FM.
It is natural to look for causes.
It is natural to look for what sets off FM.
Scientists search for the cause of the pain.
Doctors rule out other causes of pain.
A possible cause is stress.
No one has shown that sleep, stress or diet cause FM.
It does not inflame, damage or cause changes in joints.
It is not certain that antibodies matter.
No one knows for sure.
This is not always so.
It is certainly not settled.
If studies confirm this, it would cause a change in care.
Scientists asked whether antibodies cause pain.
Studies disagree because of their small size.
Differences between the results are due to chance.
Because of this, studies disagree.
The next check is due to happen next year.
They studied people with confirmed rheumatoid arthritis.
One small study showed that IL-8 was higher.
Some studies show that IL-6 is higher, and others do not.
These results in mice may not hold for people.
There are many causes of pain.
It is a myth that FM is caused by laziness.
Rather than causing pain, cytokines may follow it.
It causes no damage.
It is a reason for hope, and improves sleep.
The studies did not confirm each other.
Later studies could not confirm this.
A 2005 study failed to confirm the result.
No study has yet confirmed it.
So far, nothing proves it.
Nobody has proved it so far.
Neither study proves a cause.
The team found no proof of a cause.
One review found no sign that cytokines cause symptoms.
A link does not mean that one causes the other.
Being linked is not the same as being a cause.
Which comes first, cause or effect, is unclear.
Cause and effect are hard to tell apart.
Scientists do not yet agree on the cause.
Researchers are still looking for the cause.
The trial was stopped early because of its side effects.
Trials are few because of high costs.
Many people leave trials because of side effects.
Some people stop treatment because of side effects.
It is too early to say that antibodies cause FM.
Whether cytokines cause pain or follow it is not settled.
Scientists are trying to prove it.
The study was too small to prove anything.
The test has not been shown to work.
It has not been shown that the test works.
More research is needed to confirm these findings.
The results need to be confirmed by others.
These findings should be confirmed in larger studies.
Studies cannot yet show whether stress causes FM.
Only a trial can show whether it is a cause.
A cause is harder to prove than a link.
Finding the cause takes time.
Nothing here shows that it is caused by infection.
It is not known why, or what the cause is.
It can be a sign of FM, but it is not proof.
Not all studies confirm this.
Few studies confirm this.
Only one small study confirmed this.
Doctors are not certain that the test helps.
It remains unproven.
People with FM do not always have it.
Some early studies hint that cytokines may be one cause.
It may be that cytokines, or the cells that make them, cause the pain.
Treatment may help if cytokines cause the pain.
Studies disagree on whether the cause lies in nerves.
In theory, cytokines cause pain by making nerves react.
FM was once thought to be caused by inflamed muscles.
It was once thought that inflammation causes FM, and that treatment cures it.
It was once thought that muscle damage causes the pain and leads to tiredness.
Its main message is this: studies link immune changes with FM, but no one has proved that they cause it.
These changes may play a part, but no one has shown that they are the cause.
No one has shown that any of the 3 causes FM.
That does not show that one brings on the other.
It was once thought that such inflammation then brings on the symptoms of FM.
But no one has shown that lowering them helps, and no guideline that we read advises it.
But a link is not a cause, and studies disagree about the levels.
No one knows the cause of fibromyalgia (FM), and its pain is real.
Sleep, stress, activity and other pains may matter too, but none is a proven cause of fibromyalgia (FM).
It is natural to look for what sets off fibromyalgia (its triggers) and to want to avoid it.
No one has shown that the immune system starts FM in people.
But none of these studies shows that it starts FM in people, and studies disagree.
We would write that one causes the other only if studies had shown it.
So antibodies may play a part, but results in mice may not hold for people.
It is one study, and in what we read no other team has repeated it.
This gives a small hint that the test can tell people apart.
""".strip().splitlines()


@pytest.mark.parametrize("sentence", TOO_SURE)
def test_what_a_sentence_asserts_is_too_sure(sentence: str) -> None:
    assert first_sure_word(sentence, "weak") is not None


@pytest.mark.parametrize("sentence", NOT_ASSERTED)
def test_what_a_sentence_denies_doubts_asks_or_quotes_is_not(sentence: str) -> None:
    assert first_sure_word(without_quotations(sentence), "weak") is None


def test_studies_may_confirm_that_a_contradicted_claim_is_not_so() -> None:
    sentence = "Later studies confirm that joints are not inflamed."
    assert first_sure_word(sentence, "contradicted") is None
    assert first_sure_word(sentence, "mixed") is not None
    assert first_sure_word("Later studies confirm that joints are inflamed, not muscles.", "contradicted") is not None


CLAIMS = "".join(
    f'[[claim]]\nid = "{name}"\nsection = "a"\ntext = "T"\nlevel = "{level}"\nreason = "R"\nreferences = ["K"]\n'
    for name, level in (("S", "well supported"), ("M", "mixed"), ("W", "weak"), ("C", "contradicted"), ("A", "advice"))
)


def found(place: Path, text: str, **files: str) -> list[tuple[int, str]]:
    """Return the lines and messages of what sounds too sure in an article whose heading stands on line 1."""
    files = {"claims_toml": CLAIMS, "references_json": '[{"id": "K", "title": "T"}]', **files}
    guide = folder(place, article_md=f"# A {{#a}}\n\n{text}\n", **files)
    return [(each.line, each.message) for each in lint(find(guide)).findings if each.rule == "certainty"]


def test_each_sentence_is_found_once_on_the_line_of_its_word(tmp_path: Path) -> None:
    text = 'It may be so.[@K] Studies confirm\nthat cytokines cause\npain.[@K] It is\ndefinitely so.\n{: claims="M W" }'
    (first, message), (second, _) = found(tmp_path, text)
    assert (first, second) == (3, 6)
    assert message == (
        "“confirm” sounds surer than W allows, whose evidence is weak: say what was seen, and how sure it is."
    )


@pytest.mark.parametrize("mark", ["", '\n{: claims="S" }', '\n{: claims="A" }', '\n{: claims="S A" }'])
def test_other_paragraphs_may_be_sure(tmp_path: Path, mark: str) -> None:
    assert found(tmp_path, f"Sunburn is caused by light.{mark}") == []


@pytest.mark.parametrize(("claims", "level"), [("S M", "mixed"), ("M W", "weak"), ("W C S", "contradicted")])
def test_the_weakest_level_of_a_paragraph_counts(tmp_path: Path, claims: str, level: str) -> None:
    assert [level in message for _, message in found(tmp_path, f'This proves it.\n{{: claims="{claims}" }}')] == [True]


def test_a_quotation_may_run_over_sentences(tmp_path: Path) -> None:
    text = "An advert says: “Cytokines cause pain. This cures it.” Studies disagree."
    assert found(tmp_path, f'{text}\n{{: claims="M" }}') == []


def test_numbers_of_citations_neither_hide_nor_part_words(tmp_path: Path) -> None:
    assert found(tmp_path, 'No one has proved[@K] that it[@K] causes pain.\n{: claims="M" }') == []
    assert found(tmp_path, 'It is proved[@K]\n{: claims="M" }') != []


def test_other_languages_have_other_words(tmp_path: Path) -> None:
    text = 'This proves it.\n{: claims="M" }'
    assert found(tmp_path / "german", text, guide_toml='language = "de"') == []
    assert len(found(tmp_path / "english", text, guide_toml='language = "EN-us"')) == 1


@pytest.mark.parametrize(
    "hostile", ["no cause, ", "(cause “", "studies of a b c d ", "may and this proves ", "is the cause of a ", "a,"]
)
def test_a_hostile_paragraph_does_not_stall(hostile: str) -> None:
    text = without_quotations(hostile * (2**18 // len(hostile)))
    begun = process_time()
    first_sure_word(text, "contradicted")
    assert process_time() - begun < 5, "seconds"

package io.github.certwright.wizard.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.answers.HostName;
import io.github.certwright.answers.ServerAnswer;
import io.github.certwright.problem.Problem;
import io.github.certwright.wizard.Desks;
import io.github.certwright.wizard.FakeServices;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ServerModelTest {
  private final FakeServices services = new FakeServices();
  private final ServerModel model = new ServerModel(Desks.at(services));
  private boolean left;

  @BeforeEach
  void enter() {
    model.entered();
  }

  @Test
  void whatIsTypedCountsWithoutPressingAdd() {
    model.typedProperty().set("tw.example.com");
    assertThat(model.answer()).isEqualTo(new ServerAnswer("tw.example.com", List.of()));
    leave();
    assertThat(left).isTrue();
  }

  @Test
  void theFirstNameAddedStaysTheMainOne() {
    model.typedProperty().set("tw.example.com");
    model.add();
    model.typedProperty().set("10.1.2.3");
    assertThat(model.answer()).isEqualTo(new ServerAnswer("tw.example.com", List.of("10.1.2.3")));
  }

  @Test
  void aListOfNamesIsTakenApart() {
    model.typedProperty().set("tw.example.com, tw;10.1.2.3  ::1");
    model.add();
    assertThat(model.names()).containsExactly("tw.example.com", "tw", "10.1.2.3", "::1");
    assertThat(model.typedProperty().get()).isEmpty();
  }

  @Test
  void aNameIsNotAddedTwice() {
    model.typedProperty().set("tw, tw");
    model.add();
    assertThat(model.names()).containsExactly("tw");
  }

  @Test
  void whatIsNoNameIsNotAddedButExplained() {
    model.typedProperty().set("good.example.com https://bad/");
    model.add();
    assertThat(model.names()).containsExactly("good.example.com");
    assertThat(model.typedProperty().get()).isEqualTo("https://bad/");
    assertThat(model.shown()).extracting(Problem::key).containsExactly("server.name.problem.url");
  }

  @Test
  void anEmptyPageCannotBeLeft() {
    leave();
    assertThat(left).isFalse();
    assertThat(model.shown()).extracting(Problem::field).containsExactly("server.name");
  }

  @Test
  void nobodyIsToldOffWhileTyping() {
    model.typedProperty().set("tw..");
    assertThat(model.shown()).isEmpty();
    assertThat(model.blockedProperty().get()).isFalse();
  }

  @Test
  void aRemovedMainNameMakesRoomForTheNext() {
    model.typedProperty().set("a.example.com b.example.com");
    model.add();
    model.remove("a.example.com");
    assertThat(model.answer().name()).isEqualTo("b.example.com");
  }

  @Test
  void namesAddressesAndInternationalNamesAreToldApart() {
    model.typedProperty().set("192.168.1.20");
    assertThat(model.recognisedProperty().get()).containsInstanceOf(HostName.Ip.class);
    model.typedProperty().set("bücher.example");
    assertThat(model.recognisedProperty().get())
        .contains(new HostName.Dns("xn--bcher-kva.example", "bücher.example"));
    model.typedProperty().set("not a name");
    assertThat(model.recognisedProperty().get()).isEmpty();
  }

  @Test
  void theShortNameIsSuggestedAndAddedWithOneClick() {
    model.typedProperty().set("twcloud.example.com");
    assertThat(model.suggestions()).containsExactly("twcloud");
    model.accept("twcloud");
    assertThat(model.answer())
        .isEqualTo(new ServerAnswer("twcloud.example.com", List.of("twcloud")));
    assertThat(model.suggestions()).isEmpty();
  }

  @Test
  void onThisVeryComputerItsOwnNamesAndAddressesAreSuggested() {
    model.typedProperty().set("workstation");
    assertThat(model.suggestions()).containsExactly("workstation.example.com", "10.20.30.50");
  }

  @Test
  void nothingIsSuggestedForAStar() {
    model.typedProperty().set("*.example.com");
    assertThat(model.suggestions()).isEmpty();
  }

  @Test
  void theNetworkIsAskedOnceTypingPauses() {
    model.typedProperty().set("tw.example.com");
    assertThat(services.asked).isEmpty();
    model.settle();
    model.settle();
    assertThat(services.asked).containsExactly("reach tw.example.com");
    assertThat(model.sightProperty().get())
        .isEqualTo(
            new ServerModel.Sight.Seen(
                new HostName.Dns("tw.example.com", "tw.example.com"), services.reach));
  }

  @Test
  void whatWasSeenOfAnotherNameIsForgotten() {
    model.typedProperty().set("tw.example.com");
    model.settle();
    model.typedProperty().set("tx.example.com");
    assertThat(model.sightProperty().get()).isEqualTo(new ServerModel.Sight.Nothing());
  }

  @Test
  void aStarIsNotLookedUp() {
    model.typedProperty().set("*.example.com");
    model.settle();
    assertThat(services.asked).isEmpty();
  }

  private void leave() {
    model.tryToLeave(() -> left = true);
  }
}
